package nl.poort25.domainname;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypoSuggestionTest {
  private static Optional<TypoSuggestion> in(String name) {
    return TypoSuggestion.in(DomainName.parse(name), PublicSuffixes::isKnownTop);
  }

  @ParameterizedTest
  @CsvSource({
    "www.klant.nl, klant.nl",
    "www.mail.klant.nl, mail.klant.nl",
    "www2.klant.co.uk, klant.co.uk",
    "www.klant.demon.nl, klant.demon.nl",
    "www.bücher.com, bücher.com",
    "www.klant.con, klant.com",
    "www.klant.nieuwetop, klant.nieuwetop",
    "www.www.klant.nl, klant.nl"
  })
  void isTheNameOfAWebsite(String name, String meant) {
    var mistake = in(name).orElseThrow();
    assertEquals("registration.doubt.website", mistake.question().key());
    assertEquals(meant, mistake.meant().unicode());
  }

  @ParameterizedTest
  @CsvSource({
    "klant.con, klant.com",
    "klant.cmo, klant.com",
    "klant.comm, klant.com",
    "klant.ocm, klant.com",
    "klant.nll, klant.nl",
    "klant.ln, klant.nl",
    "klant.nk, klant.nl",
    "klant.nett, klant.net",
    "klant.ogr, klant.org",
    "a.klant.inof, a.klant.info",
    "klant.beee, ",
    "klant.nieuwetop, ",
    "klant.corp, "
  })
  void isATopLevelDomainThatNoListKnows(String name, String meant) {
    var mistake = in(name).orElseThrow();
    assertEquals(
        "registration.doubt." + (meant == null ? "top-alone" : "top"), mistake.question().key());
    if (meant == null) {
      assertNull(mistake.meant());
    } else {
      assertEquals(meant, mistake.meant().unicode());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "klant.nl",
        "klant.com",
        "klant.co",
        "klant.cm",
        "klant.frl",
        "klant.ml",
        "wwwklant.nl",
        "www-klant.nl",
        "mail.klant.nl",
        "klant.xn--p1ai",
        "klant.co.uk"
      })
  void isNoneWhereTheNameIsPlain(String name) {
    assertEquals(Optional.empty(), in(name));
  }

  /** www.nl is a name of its own: nl is none. */
  @Test
  void isNoneWhereNothingIsLeft() {
    assertEquals(Optional.empty(), in("www.nl"));
    assertEquals(Optional.empty(), in("www.demon.nl"));
  }
}
