package nl.poort25.domainname;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps of the algorithm of publicsuffix.org, with vectors of our own. */
class PublicSuffixesTest {
  @ParameterizedTest
  @CsvSource({
    // a rule of one label, of several; the longest prevails
    "nl, ''",
    "klant.nl, klant.nl",
    "a.b.klant.nl, klant.nl",
    "co.uk, ''",
    "klant.co.uk, klant.co.uk",
    "www.klant.co.uk, klant.co.uk",
    "klant.uk, klant.uk",
    // a wildcard matches exactly one label; what stands above it alone is no less a suffix
    "ck, ''",
    "klant.ck, ''",
    "www.klant.ck, www.klant.ck",
    "a.www.klant.ck, www.klant.ck",
    // an exception prevails over its wildcard
    "www.ck, www.ck",
    "a.www.ck, www.ck",
    // a private rule, and a private wildcard
    "demon.nl, ''",
    "klant.demon.nl, klant.demon.nl",
    "mail.klant.demon.nl, klant.demon.nl",
    "transurl.nl, transurl.nl",
    "a.transurl.nl, ''",
    "klant.a.transurl.nl, klant.a.transurl.nl",
    // in A-labels
    "xn--p1ai, ''",
    "xn--e1afmkfd.xn--p1ai, xn--e1afmkfd.xn--p1ai",
    "xn--55qx5d.cn, ''",
    // no rule matches: the last label is the suffix
    "example, ''",
    "polderbloemen.example, polderbloemen.example",
    "deel.polderbloemen.example, polderbloemen.example",
    "a.b.klant.nieuwetop, klant.nieuwetop",
    "nieuwetop, ''"
  })
  void saysWhatIsRegistrable(String name, String registrable) {
    assertEquals(registrable, PublicSuffixes.registrable(name).orElse(""));
  }

  @ParameterizedTest
  @CsvSource({
    "klant.nl, klant.nl",
    "deel.klant.nl, klant.nl",
    "klant.co.uk, klant.co.uk",
    "klant.demon.nl, demon.nl",
    "demon.nl, demon.nl",
    "www.klant.ck, www.klant.ck",
    "klant.ck, ''",
    "nl, ''",
    "deel.polderbloemen.example, polderbloemen.example"
  })
  void saysWhatARegistryHasDelegated(String name, String delegated) {
    assertEquals(delegated, PublicSuffixes.delegated(name).orElse(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "com", "frl", "amsterdam", "ck", "xn--p1ai", "arpa"})
  void knowsTopLevelDomainsThatThereAre(String top) {
    assertTrue(PublicSuffixes.isKnownTop(top));
  }

  @Test
  void knowsNoOther() {
    assertFalse(PublicSuffixes.isKnownTop("con"));
    assertFalse(PublicSuffixes.isKnownTop("example"));
    assertFalse(PublicSuffixes.isKnownTop("nieuwetop"));
  }
}
