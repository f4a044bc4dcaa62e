package nl.poort25.mailservice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.time.Duration;
import java.util.stream.Stream;
import nl.poort25.domain.Faults;
import nl.poort25.domainname.Idna;
import nl.poort25.text.Bundle;
import nl.poort25.web.MalformedInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
  private static final IPAddress LOCALHOST = new IPAddressString("127.0.0.1").getAddress();

  @ParameterizedTest
  @CsvSource({
    "mail.klant.nl,mail.klant.nl",
    "' MAIL.Klant.NL. ',mail.klant.nl",
    "klant.nl,klant.nl",
    "demon.nl,demon.nl",
    "co.uk,co.uk",
    "x.nl,x.nl",
    "bücher.nl,xn--bcher-kva.nl",
    "mail.bücher.example,mail.xn--bcher-kva.example",
    "mx-1.klant.example,mx-1.klant.example",
    "dead.beef,dead.beef",
    "25.klant.nl,25.klant.nl"
  })
  void takesAHostName(String typed, String host) {
    Destination destination = Destination.parse(typed);
    assertEquals(host, destination.toString());
    assertTrue(destination.address().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1,192.0.2.1",
    "' [192.0.2.1] ',192.0.2.1",
    "0.0.0.0,0.0.0.0",
    "2001:db8::1,2001:db8::1",
    "2001:0DB8:0:0:0:0:0:1,2001:db8::1",
    "[2001:db8::1],2001:db8::1",
    "IPv6:2001:db8::1,2001:db8::1",
    "[ipv6:2001:db8::1],2001:db8::1",
    "::ffff:192.0.2.1,::ffff:c000:201",
    "::,::"
  })
  void takesAnAddress(String typed, String address) {
    Destination destination = Destination.parse(typed);
    assertEquals(address, destination.toString());
    assertEquals(address, destination.address().orElseThrow().toCanonicalString());
  }

  @Test
  void isAValue() {
    assertEquals(Destination.parse("mail.klant.nl"), Destination.parse("MAIL.KLANT.NL."));
    assertEquals(Destination.parse("2001:db8:0::1"), Destination.parse("[2001:DB8::1]"));
    assertEquals(
        Destination.parse("2001:db8:0::1").hashCode(), Destination.parse("2001:db8::1").hashCode());
    assertFalse(Destination.parse("192.0.2.1").equals(Destination.parse("192.0.2.2")));
  }

  /** Key, what was typed, the suggestion. */
  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of("empty", null, ""),
        Arguments.of("empty", " ", ""),
        Arguments.of("too-long", "a.".repeat(501), ""),
        Arguments.of("too-long", ("a".repeat(63) + ".").repeat(4) + "nl", ""),
        Arguments.of("several", "mail.klant.nl mx.klant.nl", ""),
        Arguments.of("several", "192.0.2.1\n192.0.2.2", ""),
        Arguments.of("several", "mail.klant.nl, mx.klant.nl", ""),
        Arguments.of("space", "192.0.2. 1", "192.0.2.1"),
        Arguments.of("dash", "mail–1.klant.nl", "mail-1.klant.nl"),
        Arguments.of("quote", "“mail.klant.nl”", "mail.klant.nl"),
        Arguments.of("quote", "'192.0.2.1'", "192.0.2.1"),
        Arguments.of("beyond-idna", "mail™.klant.nl", ""),
        Arguments.of("control", "mail\u0000.klant.nl", ""),
        Arguments.of("control", "192.0.2.1\u0000", ""),
        Arguments.of("wildcard", "*.klant.nl", ""),
        Arguments.of("wildcard", "192.0.2.*", ""),
        Arguments.of("underscore", "mail_1.klant.nl", ""),
        Arguments.of("character", "mail,klant.nl", "mail.klant.nl"),
        Arguments.of("character", "192.0.2.+1", ""),
        Arguments.of("empty-label", "mail..klant.nl", ""),
        Arguments.of("bogus-xn", "xn--a.example", ""),
        Arguments.of("hyphens-3-4", "ma--il.klant.nl", ""),
        Arguments.of("leading-hyphen", "-mail.klant.nl", ""),
        Arguments.of("trailing-hyphen", "mail-.klant.nl", ""),
        Arguments.of("label-too-long", "a".repeat(64) + ".klant.nl", ""),
        Arguments.of("idn-rules", "1א.example", ""),
        Arguments.of("single-label", "localhost", ""),
        Arguments.of("single-label", "nl", ""),
        Arguments.of("single-label", "deadbeef", ""),
        Arguments.of("url", "https://mail.klant.nl/", "mail.klant.nl"),
        Arguments.of("url", "smtp://192.0.2.1:25", "192.0.2.1"),
        Arguments.of("url", "smtp://[2001:db8::1]:25/", "2001:db8::1"),
        Arguments.of("url", "https://[::1]x/", ""),
        Arguments.of("url", "https://1:klant.nl/", ""),
        Arguments.of("url", "192.0.2.1/255.255.255.0", "192.0.2.1"),
        Arguments.of("mail-address", "info@klant.nl", "klant.nl"),
        Arguments.of("mail-address", "info@[192.0.2.1]", "192.0.2.1"),
        Arguments.of("port", "mail.klant.nl:25", "mail.klant.nl"),
        Arguments.of("port", "192.0.2.1:25", "192.0.2.1"),
        Arguments.of("port", "[2001:db8::1]:25", "2001:db8::1"),
        Arguments.of("port", "[mail.klant.nl]:25", ""),
        Arguments.of("prefix", "192.0.2.1/32", ""),
        Arguments.of("prefix", "2001:db8::/64", ""),
        Arguments.of("prefix", "[2001:db8::]/64", ""),
        Arguments.of("zone", "fe80::1%eth0", ""),
        Arguments.of("zone", "[fe80::1%25eth0]", ""),
        Arguments.of("zone", "fe80::1%", ""),
        Arguments.of("address", "192.0.2.01", ""),
        Arguments.of("address", "192.0.2.256", ""),
        Arguments.of("address", "192.0.2", ""),
        Arguments.of("address", "127.1", ""),
        Arguments.of("address", "127.0.0.1.", ""),
        Arguments.of("address", "192.0.2.1.5", ""),
        Arguments.of("address", "2130706433", ""),
        Arguments.of("address", "0x7f000001", ""),
        Arguments.of("address", "0x7f.0.0.1", ""),
        Arguments.of("address", "127.0.0.0x1", ""),
        Arguments.of("address", "0177.0.0.1", ""),
        Arguments.of("address", "１９２.0.2.1", ""),
        Arguments.of("address", "::ffff:192.0.2.01", ""),
        Arguments.of("address", "2001:00db8::1", ""),
        Arguments.of("address", "2001:db8::1::", ""),
        Arguments.of("address", "2001:db8::g", ""),
        Arguments.of("address", "1:2:3:4:5:6:7", ""),
        Arguments.of("address", "2001:db8::1-5", ""),
        Arguments.of("address", "[IPv6:192.0.2.1]", ""),
        Arguments.of("address", "IPv6:mail.klant.nl", ""),
        Arguments.of("address", "[mail.klant.nl]", "mail.klant.nl"),
        Arguments.of("address", "[[192.0.2.1]]", "192.0.2.1"),
        Arguments.of("address", "[ 192.0.2.1 ]", ""),
        Arguments.of("address", "[]", ""));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void saysWhatIsWrongAndWhatWasMeant(String key, String typed, String suggestion) {
    MalformedInput malformed = refusalOf(typed);
    assertEquals("mailservice.destination." + key, malformed.text().key());
    assertEquals(suggestion, malformed.suggestion());
    assertEquals(1, malformed.text().arguments().size());
  }

  @Test
  void everyFaultHasAnExampleAndAText() {
    Faults.mustHaveExamples(refusals(), Idna.Fault.values(), TypedDestination.Fault.values());
    Faults.mustHaveTexts(
        "mailservice.destination.", Idna.Fault.values(), TypedDestination.Fault.values());
  }

  @ParameterizedTest
  @EnumSource
  void everyObjectionHasAText(ForbiddenRange objection) {
    String key = objection.about(LOCALHOST).key();
    assertTrue(Bundle.DUTCH.texts().containsKey(key), key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "1", "1.", ":", "[", "]", "%", "/", "@", "f:", "IPv6:", "\uD800", "ü", " "})
  void isSafeWithAMegabyte(String piece) {
    String typed = piece.repeat(1_000_000 / piece.length());
    assertTimeoutPreemptively(Duration.ofSeconds(2), () -> refusalOf(typed));
    // and with as much as is looked at
    String looked = piece.repeat(1000 / piece.length());
    assertTimeoutPreemptively(Duration.ofSeconds(2), () -> refusalOf(looked));
    assertTimeoutPreemptively(
        Duration.ofSeconds(2), () -> refusalOf("[" + looked.substring(2) + "]"));
  }

  private static MalformedInput refusalOf(String typed) {
    return assertThrows(MalformedInput.class, () -> Destination.parse(typed));
  }
}
