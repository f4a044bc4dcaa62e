package nl.poort25.domainname;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.Stream;
import nl.poort25.domain.Faults;
import nl.poort25.web.MalformedInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedDomainNameTest {
  private static final String LONG_LABEL = "a".repeat(64);
  private static final String NAME_OF_254 =
      ("a".repeat(63) + ".").repeat(3) + "b".repeat(59) + ".nl";

  /** Key, what was typed, what the message names, the suggestion. */
  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of("empty", null, "", ""),
        Arguments.of("empty", "", "", ""),
        Arguments.of("empty", " \t\u00A0\n", "", ""),
        Arguments.of("empty", "\u200B", "", ""),
        Arguments.of("too-long", "a.".repeat(501), "", ""),
        Arguments.of("too-long", NAME_OF_254, "a".repeat(40) + "…", ""),
        Arguments.of("several", "klant.nl zeil.nl", "2", ""),
        Arguments.of("several", "klant.nl\r\nzeil.nl", "2", ""),
        Arguments.of("several", "klant.nl, zeil.nl, kade.nl", "3", ""),
        Arguments.of("several", "klant.nl,zeil.nl", "2", ""),
        Arguments.of("several", "klant.nl; zeil.nl;", "2", ""),
        Arguments.of("several", "klant.nl\tKlant BV\tzeil.nl", "2", ""),
        Arguments.of("several", "klant.nl|zeil.nl", "2", ""),
        Arguments.of("several", "“klant.nl”, “zeil.nl”", "2", ""),
        Arguments.of("several", "\"klant.nl\";\"zeil.nl\"", "2", ""),
        Arguments.of("several", "https://klant.nl/ https://zeil.nl/", "2", ""),
        Arguments.of("several", "jan@klant.nl, an@zeil.nl", "2", ""),
        Arguments.of("several", "klant.nl en zeil.nl", "2", ""),
        Arguments.of("several", "klant.nl\u3001zeil.nl", "2", ""),
        Arguments.of("several", "klant.nl，zeil.nl", "2", ""),
        Arguments.of("space", "klant .nl", " ", "klant.nl"),
        Arguments.of("space", "klant zoon nl", " ", ""),
        Arguments.of("space", "klant\u00A0.nl", "\u00A0", "klant.nl"),
        Arguments.of("space", "klant – zoon.nl", " ", "klant-zoon.nl"),
        Arguments.of("control", "klant\u0000.nl", "U+0000", ""),
        Arguments.of("control", "klant\u0007.nl", "U+0007", ""),
        Arguments.of("control", "\u202Eklant.nl", "U+202E", ""),
        Arguments.of("control", "klant\uD800.nl", "U+D800", ""),
        Arguments.of("control", "klant\uDB40\uDC01.nl", "U+E0001", ""),
        Arguments.of("wildcard", "*.klant.nl", "*", "klant.nl"),
        Arguments.of("wildcard", "*.*.klant.nl", "*", "klant.nl"),
        Arguments.of("wildcard", "k*ant.nl", "*", ""),
        Arguments.of("wildcard", "*", "*", ""),
        Arguments.of("wildcard", "*.nl", "*", ""),
        Arguments.of("underscore", "_dmarc.klant.nl", "_", "klant.nl"),
        Arguments.of("underscore", "goede_klant.nl", "_", ""),
        Arguments.of("underscore", "goede＿klant.nl", "＿", ""),
        Arguments.of("character", "klant&zoon.nl", "&", ""),
        Arguments.of("dash", "klant–zoon.nl", "–", "klant-zoon.nl"),
        Arguments.of("dash", "klant—zoon.example", "—", "klant-zoon.example"),
        Arguments.of("dash", "klant\u2011zoon.com", "\u2011", "klant-zoon.com"),
        Arguments.of("dash", "klant\u2010zoon.com", "\u2010", "klant-zoon.com"),
        Arguments.of("dash", "klant−zoon.com", "−", "klant-zoon.com"),
        Arguments.of("dash", "klant﹣zoon.com", "﹣", "klant-zoon.com"),
        Arguments.of("dash", "klant–.nl", "–", ""),
        Arguments.of("dash", "xn–bcher-kva.example", "–", "xn-bcher-kva.example"),
        Arguments.of("quote", "“klant.nl”", "“", "klant.nl"),
        Arguments.of("quote", "„klant”.nl", "„", "klant.nl"),
        Arguments.of("quote", "«klant».nl", "«", "klant.nl"),
        Arguments.of("quote", "'klant.nl'", "'", "klant.nl"),
        Arguments.of("quote", "\"klant.nl\"", "\"", "klant.nl"),
        Arguments.of("quote", "klant’s.nl", "’", "klants.nl"),
        Arguments.of("quote", "`klant.nl´", "`", "klant.nl"),
        Arguments.of("quote", "＂klant.nl＂", "＂", "klant.nl"),
        Arguments.of("quote", "“bücher.nl”", "“", ""),
        Arguments.of("beyond-idna", "i❤.ws", "❤", ""),
        Arguments.of("beyond-idna", "i❤️.nl", "❤", ""),
        Arguments.of("beyond-idna", "klant™.nl", "™", ""),
        Arguments.of("beyond-idna", "klant…nl", "…", ""),
        Arguments.of("beyond-idna", "½.nl", "½", ""),
        Arguments.of("beyond-idna", "①.example", "①", ""),
        Arguments.of("beyond-idna", "ﬁets.nl", "ﬁ", ""),
        Arguments.of("beyond-idna", "kaſteel.example", "ſ", ""),
        Arguments.of("beyond-idna", "\u1100.example", "\u1100", ""),
        Arguments.of("character", "klant,nl", ",", "klant.nl"),
        Arguments.of("character", "klant.nl,", ",", "klant.nl"),
        Arguments.of("character", "(klant.nl)", "(", "klant.nl"),
        Arguments.of("character", "<klant.nl>;", "<", "klant.nl"),
        Arguments.of("character", "klant%2e.nl", "%", ""),
        Arguments.of("character", "klant．ｎｌ／", "／", ""),
        Arguments.of("empty-label", "klant..nl", "", ""),
        Arguments.of("empty-label", ".klant.nl", "", ""),
        Arguments.of("empty-label", "klant.nl..", "", ""),
        Arguments.of("empty-label", ".", "", ""),
        Arguments.of("bogus-xn", "xn--a.example", "xn--a", ""),
        Arguments.of("bogus-xn", "xn--.example", "xn--", ""),
        Arguments.of("bogus-xn", "xn--klant-.example", "xn--klant-", ""),
        Arguments.of("bogus-xn", "xn--999999999.example", "xn--999999999", ""),
        Arguments.of("bogus-xn", "xn--bücher.example", "xn--bücher", ""),
        Arguments.of("bogus-xn", "www.xn--u-ccb.example", "xn--u-ccb", ""),
        Arguments.of("hyphens-3-4", "ab--cd.nl", "ab--cd", ""),
        Arguments.of("hyphens-3-4", "ab--cd.klant.nl", "ab--cd", ""),
        Arguments.of("leading-hyphen", "-klant.nl", "-klant", ""),
        Arguments.of("leading-hyphen", "www.-klant.nl", "-klant", ""),
        Arguments.of("trailing-hyphen", "klant-.nl", "klant-", ""),
        Arguments.of("label-too-long", LONG_LABEL + ".nl", "a".repeat(40) + "…", ""),
        Arguments.of("label-too-long", "ü".repeat(60) + ".example", "ü".repeat(40) + "…", ""),
        Arguments.of("idn-rules", "1א.example", "1א", ""),
        Arguments.of("idn-rules", "a\u200Db.example", "a\uFFFDb", ""),
        Arguments.of("idn-rules", "a·b.example", "a·b", ""),
        Arguments.of("idn-rules", "\u0301a.example", "\u0301a", ""),
        Arguments.of("url", "https://www.klant.nl/contact?x=1#y", "www.klant.nl", "klant.nl"),
        Arguments.of("url", "HTTP://WWW.KLANT.NL", "WWW.KLANT.NL", "klant.nl"),
        Arguments.of("url", "https://user:secret@klant.nl:8443/", "klant.nl", "klant.nl"),
        Arguments.of("url", "klant.nl/", "klant.nl", "klant.nl"),
        Arguments.of("url", "klant.nl:8080", "klant.nl", "klant.nl"),
        Arguments.of("url", "klant.nl:", "klant.nl", "klant.nl"),
        Arguments.of("url", "//mail.klant.nl", "mail.klant.nl", "mail.klant.nl"),
        Arguments.of("url", "http:\\\\klant.nl\\x", "klant.nl", "klant.nl"),
        Arguments.of("url", "https://klant.nl/@jan", "klant.nl", "klant.nl"),
        Arguments.of("url", "https://www.nl/", "www.nl", "www.nl"),
        Arguments.of("url", "https://nl/", "nl", ""),
        Arguments.of("url", "https://www.bücher.example/", "www.bücher.example", "bücher.example"),
        Arguments.of("url", "https://192.0.2.1/", "192.0.2.1", ""),
        Arguments.of("url", "https://[2001:db8::1]/", "[2001:db8::1]", ""),
        Arguments.of("url", "https://", "", ""),
        Arguments.of("url", "https://[::1]x/", "[::1]x", ""),
        Arguments.of("url", "https://1:klant.nl/", "1:klant.nl", ""),
        Arguments.of("url", "klant.nl?", "klant.nl", "klant.nl"),
        Arguments.of("mail-address", "info@klant.nl", "klant.nl", "klant.nl"),
        Arguments.of("mail-address", "mailto:info@klant.nl?subject=x", "klant.nl", "klant.nl"),
        Arguments.of("mail-address", "Jan Klant <jan@klant.nl>", "klant.nl", "klant.nl"),
        Arguments.of("mail-address", "@klant.nl", "klant.nl", "klant.nl"),
        Arguments.of("mail-address", "jan@localhost", "localhost", ""),
        Arguments.of("mail-address", "@", "", ""),
        Arguments.of("address", "192.0.2.1", "192.0.2.1", ""),
        Arguments.of("address", "192.0.2.1.", "192.0.2.1", ""),
        Arguments.of("address", "１９２.0.2.1", "192.0.2.1", ""),
        Arguments.of("address", "192.0.2.1:25", "192.0.2.1:25", ""),
        Arguments.of("address", "192.0.2.0/24", "192.0.2.0/24", ""),
        Arguments.of("address", "999.0.2.01", "999.0.2.01", ""),
        Arguments.of("address", "2001:db8::1", "2001:db8::1", ""),
        Arguments.of("address", "[IPv6:2001:db8::1]:25", "[IPv6:2001:db8::1]:25", ""),
        Arguments.of("address", "fe80::1%eth0", "fe80::1%eth0", ""),
        Arguments.of("address", "::ffff:192.0.2.1", "::ffff:192.0.2.1", ""),
        Arguments.of("single-label", "klant", "klant", ""),
        Arguments.of("single-label", "example", "example", ""),
        Arguments.of("single-label", "bücher", "bücher", ""),
        Arguments.of("suffix", "nl", "nl", ""),
        Arguments.of("suffix", "NL.", "nl", ""),
        Arguments.of("suffix", "co.uk", "co.uk", ""),
        Arguments.of("suffix", "demon.nl", "demon.nl", ""),
        Arguments.of("suffix", "a.transurl.nl", "a.transurl.nl", ""),
        Arguments.of("suffix", "公司.cn", "公司.cn", ""),
        Arguments.of("suffix", "xn--p1ai", "рф", ""),
        Arguments.of("last-label-digit", "klant.25", "25", ""),
        Arguments.of("last-label-digit", "0x7f.1", "1", ""),
        Arguments.of("last-label-digit", "2130706433", "2130706433", ""),
        Arguments.of("nl-idn", "bücher.nl", "bücher", ""),
        Arguments.of("nl-idn", "www.xn--bcher-kva.nl", "bücher", ""),
        Arguments.of("nl-length", "x.nl", "x", ""),
        Arguments.of("nl-length", "www.x.nl", "x", ""));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void isToldWhatIsWrongAndWhatWasMeant(String key, String typed, String found, String suggestion) {
    MalformedInput malformed = refusalOf(typed);
    assertEquals("registration.name." + key, malformed.text().key());
    assertEquals(found, malformed.text().arguments().get(0));
    assertEquals(suggestion, malformed.suggestion());
  }

  @Test
  void everyFaultHasAnExampleAndAText() {
    Faults.mustHaveExamples(refusals(), Idna.Fault.values(), TypedName.Fault.values());
    Faults.mustHaveTexts("registration.name.", Idna.Fault.values(), TypedName.Fault.values());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "*.", "_.", "http://", "@", ":", "1.", "[", "\uD800", "ü", " ", "xn--"})
  void isSafeWithAMegabyte(String piece) {
    String typed = piece.repeat(1_000_000 / piece.length());
    assertTimeoutPreemptively(Duration.ofSeconds(2), () -> refusalOf(typed));
    // and with as much as is looked at
    String looked = piece.repeat(1000 / piece.length());
    assertTimeoutPreemptively(Duration.ofSeconds(2), () -> refusalOf(looked));
  }

  @Test
  void keepsItsArgumentsShort() {
    assertTrue(refusals().allMatch(r -> ((String) r.get()[2]).length() <= 41));
  }

  private static MalformedInput refusalOf(String typed) {
    return assertThrows(MalformedInput.class, () -> DomainName.parse(typed));
  }
}
