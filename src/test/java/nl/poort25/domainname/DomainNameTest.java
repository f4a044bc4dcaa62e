package nl.poort25.domainname;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {
  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "klant.nl,klant.nl",
        "KLANT.NL,klant.nl",
        "klant.nl.,klant.nl",
        "'  klant.nl\t\n',klant.nl",
        "\u00A0klant.nl\u2007\u202F\u3000,klant.nl",
        "\uFEFFklant.nl,klant.nl",
        "kl\u00ADant\u200B.nl,klant.nl",
        "mail.klant.nl,mail.klant.nl",
        "www.klant.nl,www.klant.nl",
        "25.nl,25.nl",
        "a--b.nl,a--b.nl",
        "klant.demon.nl,klant.demon.nl",
        "klant.co.uk,klant.co.uk",
        "zeilmakerij.example,zeilmakerij.example",
        "bücher.example,xn--bcher-kva.example",
        "BÜCHER.example,xn--bcher-kva.example",
        "bu\u0308cher.example,xn--bcher-kva.example",
        "xn--bcher-kva.example,xn--bcher-kva.example",
        "XN--BCHER-KVA.Example,xn--bcher-kva.example",
        "straße.de,xn--strae-oqa.de",
        "FAß.de,xn--fa-hia.de",
        "ｋｌａｎｔ．ｎｌ,klant.nl",
        "klant。nl｡,klant.nl",
        "пример.рф,xn--e1afmkfd.xn--p1ai",
        "КЛИЕНТ.example,xn--e1affem4a.example",
        "ＭÜＬＬＥＲ．ｅｘａｍｐｌｅ,xn--mller-kva.example",
        "ﾊﾞｽ.example,xn--zck2b.example",
        "한국.example,xn--3e0b707e.example",
        "Kelvin.example,kelvin.example",
        "klant－zoon.nl,klant-zoon.nl",
        "xn--i-7iq.ws,xn--i-7iq.ws",
        "XN--KLANTZOON-U89D.com,xn--klantzoon-u89d.com",
        "公司.公司.cn,xn--55qx5d.xn--55qx5d.cn",
        "bücher.klant.nl,xn--bcher-kva.klant.nl",
        "x.klant.nl,x.klant.nl",
        "4.3.2.1.in-addr.arpa,4.3.2.1.in-addr.arpa"
      })
  void takesANameInAnySpelling(String typed, String ascii) {
    assertEquals(ascii, DomainName.parse(typed).toString());
  }

  @Test
  void takesTheLongestLabelAndName() {
    String label = "a".repeat(63);
    String longest = (label + ".").repeat(3) + "b".repeat(58) + ".nl";
    assertEquals(253, longest.length());
    assertEquals(longest, DomainName.parse(longest).toString());
    assertEquals(longest, DomainName.parse(longest + ".").toString());
  }

  @ParameterizedTest
  @CsvSource({
    "klant.nl,klant.nl,nl.klant",
    "a.b.klant.nl,klant.nl,nl.klant.b.a",
    "b.klant.demon.nl,demon.nl,nl.demon.klant.b",
    "transurl.nl,transurl.nl,nl.transurl"
  })
  void hasATopAndAnOrderByLabels(String typed, String top, String reversed) {
    DomainName name = DomainName.parse(typed);
    assertEquals(top, name.top().toString());
    assertEquals(reversed, name.reversed());
  }

  @Test
  void liesUnderWhatEndsItAfterADot() {
    DomainName klant = DomainName.parse("klant.nl");
    assertTrue(DomainName.parse("a.b.klant.nl").isUnder(klant));
    assertFalse(klant.isUnder(klant));
    assertFalse(klant.isUnder(DomainName.parse("a.klant.nl")));
    assertFalse(DomainName.parse("goedeklant.nl").isUnder(klant));
  }

  @Test
  void hasEveryNameAboveItAsAncestor() {
    assertEquals(
        List.of(
            DomainName.parse("b.c.klant.demon.nl"),
            DomainName.parse("c.klant.demon.nl"),
            DomainName.parse("klant.demon.nl"),
            DomainName.ofStored("demon.nl")),
        DomainName.parse("a.b.c.klant.demon.nl").ancestors());
    assertEquals(List.of(), DomainName.parse("klant.nl").ancestors());
  }

  @Test
  void showsTheUnicodeFormToReaders() {
    assertEquals("bücher.example", DomainName.parse("xn--bcher-kva.example").unicode());
    assertEquals("klant.nl", DomainName.parse("KLANT.nl").unicode());
  }

  /** Dashes and emoji in A-labels: bought somewhere, or registered before it was refused. */
  @ParameterizedTest
  @CsvSource({
    "xn--i-7iq.ws,xn--i-7iq.ws",
    "xn--klantzoon-u89d.com,xn--klantzoon-u89d.com",
    "xn--i-7iq.xn--bcher-kva.example,xn--i-7iq.bücher.example"
  })
  void showsALabelThatIsBeyondIdnaAsItIs(String stored, String shown) {
    DomainName name = DomainName.ofStored(stored);
    assertTrue(name.isBeyondIdna());
    assertEquals(shown, name.unicode());
    assertEquals(name, DomainName.parse(shown));
  }

  @ParameterizedTest
  @CsvSource({"i❤.ws,xn--i-7iq.ws", "klant–zoon.com,xn--klantzoon-u89d.com", "kl™.nl,kltm.nl"})
  void knowsWhatASpellingStoodForBefore(String typed, String ascii) {
    assertEquals(ascii, DomainName.ofOldSpelling(typed).orElseThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"klant&zoon.nl", "klant\u202E.nl", "klant.nl zeil.nl", "", "a..b"})
  void knowsNoneWhereItNeverStoodForAny(String typed) {
    assertEquals(Optional.empty(), DomainName.ofOldSpelling(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"klant.nl", "xn--bcher-kva.example", "xn--e1afmkfd.xn--p1ai"})
  void knowsWhatIsNotBeyondIdna(String typed) {
    assertFalse(DomainName.parse(typed).isBeyondIdna());
  }

  @ParameterizedTest
  @ValueSource(strings = {"demon.nl", "co.uk"})
  void keepsAStoredNameThatHasBecomeAPublicSuffix(String suffix) {
    DomainName name = DomainName.ofStored(suffix);
    assertEquals(name, name.top());
    assertEquals(List.of(), name.ancestors());
    assertEquals(suffix, name.unicode());
  }

  @Test
  void isAValue() {
    DomainName name = DomainName.parse("klant.nl");
    assertEquals(name, DomainName.parse("KLANT.NL."));
    assertEquals(name.hashCode(), DomainName.parse("KLANT.NL.").hashCode());
    assertTrue(name.compareTo(DomainName.parse("zeil.nl")) < 0);
    assertFalse(name.equals(DomainName.parse("a.klant.nl")));
  }
}
