package nl.poort25.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1,192.0.2.1",
    "' 192.0.2.1 ',192.0.2.1",
    "192.0.2.1/32,192.0.2.1",
    "192.0.2.0/24,192.0.2.0/24",
    "192.0.2.16/29,192.0.2.16/29",
    "0.0.0.0/0,0.0.0.0/0",
    "2001:db8::1,2001:db8::1",
    "2001:0DB8:0:0:0:0:0:1,2001:db8::1",
    "2001:db8::1/128,2001:db8::1",
    "2001:DB8:25::/48,2001:db8:25::/48",
    "::/0,::/0",
    "::1,::1"
  })
  void takesAnAddressOrAPrefixAndWritesItInOneWay(String typed, String canonical) {
    var cidr = Cidr.parse(typed);
    assertEquals(canonical, cidr.toString());
    assertEquals(cidr, Cidr.of(canonical));
    assertEquals(cidr, Cidr.parse(canonical));
  }

  /** Fault, what was typed, the suggestion. */
  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of("empty", null, ""),
        Arguments.of("empty", " \u00a0", ""),
        Arguments.of("too-long", "1".repeat(101), ""),
        Arguments.of("brackets", "[2001:db8::1]", "2001:db8::1"),
        Arguments.of("brackets", "[2001:db8::]/32", "2001:db8::/32"),
        Arguments.of("brackets", "[2001:db8::1]:25", "2001:db8::1"),
        Arguments.of("brackets", "[klant.nl]", ""),
        Arguments.of("zone", "fe80::1%eth0", "fe80::1"),
        Arguments.of("zone", "fe80::%1/64", "fe80::/64"),
        Arguments.of("range", "192.0.2.0 - 192.0.2.255", "192.0.2.0/24"),
        Arguments.of("range", "192.0.2.0-255", "192.0.2.0/24"),
        Arguments.of("range", "192.0.2.1-192.0.2.1", "192.0.2.1"),
        Arguments.of("range", "192.0.2.0–192.0.4.255", ""),
        Arguments.of("range", "2001:db8::-2001:db8::ffff", "2001:db8::/112"),
        Arguments.of("range", "192.0.2.1-2001:db8::1", ""),
        Arguments.of("commas", "192,0,2,9", "192.0.2.9"),
        Arguments.of("commas", "192,0,2,0/24", "192.0.2.0/24"),
        Arguments.of("range", "192.0.2.*", "192.0.2.0/24"),
        Arguments.of("range", "10.*.*.*", "10.0.0.0/8"),
        Arguments.of("mask", "192.0.2.0/255.255.255.0", "192.0.2.0/24"),
        Arguments.of("mask", "192.0.2.0/0.0.0.255", "192.0.2.0/24"),
        Arguments.of("mask", "192.0.2.0 255.255.255.248", "192.0.2.0/29"),
        Arguments.of("mask", "192.0.2.9/255.255.255.0", ""),
        Arguments.of("space", "192.0.2.1 192.0.2.2", ""),
        Arguments.of("space", "192.0.2.1\n192.0.2.2", ""),
        Arguments.of("space", "192.0.2. 1", ""),
        Arguments.of("length", "192.0.2.0/33", ""),
        Arguments.of("length", "192.0.2.0/024", ""),
        Arguments.of("length", "192.0.2.0/", ""),
        Arguments.of("length", "192.0.2.0/+24", ""),
        Arguments.of("length", "192.0.2.0/24/24", ""),
        Arguments.of("length", "192.0.2.0/２４", ""),
        Arguments.of("length", "192.0.2.0/255.0.255.0", ""),
        Arguments.of("length", "2001:db8::/129", ""),
        Arguments.of("length", "192.0.2.0/99999999999", ""),
        Arguments.of("embedded", "::ffff:192.0.2.1", "192.0.2.1"),
        Arguments.of("embedded", "::ffff:c000:201", "192.0.2.1"),
        Arguments.of("embedded", "::ffff:192.0.2.0/120", "192.0.2.0/24"),
        Arguments.of("embedded", "::ffff:0:192.0.2.1", ""),
        Arguments.of("embedded", "::192.0.2.1", ""),
        Arguments.of("embedded", "64:ff9b::192.0.2.1", ""),
        Arguments.of("embedded", "64:ff9b:1::1", ""),
        Arguments.of("embedded", "2002:c000:201::1", ""),
        Arguments.of("embedded", "2001:0:c000:201::1", ""),
        Arguments.of("host-bits", "192.0.2.9/24", "192.0.2.0/24"),
        Arguments.of("host-bits", "192.0.2.1/0", "0.0.0.0/0"),
        Arguments.of("host-bits", "2001:db8::1/64", "2001:db8::/64"),
        Arguments.of("port", "192.0.2.1:25", "192.0.2.1"),
        Arguments.of("leading-zero", "192.0.2.01", "192.0.2.1"),
        Arguments.of("leading-zero", "010.0.0.0/8", "10.0.0.0/8"),
        Arguments.of("leading-zero", "2001:00db8::1", "2001:db8::1"),
        Arguments.of("short", "10", ""),
        Arguments.of("short", "127.1", ""),
        Arguments.of("short", "192.0.2", ""),
        Arguments.of("short", "192.0.2/24", ""),
        Arguments.of("short", "2130706433", ""),
        Arguments.of("short", "0x7f000001", ""),
        Arguments.of("short", "0x7f.0.0.1", ""),
        Arguments.of("short", "192.0.2.256", ""),
        Arguments.of("host-name", "mail.klant.nl", ""),
        Arguments.of("host-name", "localhost", ""),
        Arguments.of("host-name", "deadbeef", ""),
        Arguments.of("no-address", "1:2:3:4:5:6:7", ""),
        Arguments.of("no-address", "2001:db8::1::", ""),
        Arguments.of("no-address", "2001:db8::g", ""),
        Arguments.of("no-address", "https://klant.nl/", ""),
        Arguments.of("no-address", "info@klant.nl", ""),
        Arguments.of("no-address", "/24", ""),
        Arguments.of("no-address", "192.0.2.1\u0000", ""),
        Arguments.of("no-address", "１９２.0.2.1", ""),
        Arguments.of("no-address", "::ffff:192.0.2.1.", ""),
        Arguments.of("no-address", "-", ""));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void saysWhatIsWrongAndWhatWasMeant(String fault, String typed, String suggestion) {
    var malformed = assertThrows(MalformedInput.class, () -> Cidr.parse(typed));
    assertEquals("network.cidr." + fault, malformed.text().key());
    assertEquals(suggestion, malformed.suggestion());
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.0/24,192.0.2.0", "192.0.2.9/24,192.0.2.9", "2001:db8::/64,2001:db8::"})
  void whereOneAddressIsAskedAPrefixIsRefused(String typed, String suggestion) {
    var malformed = assertThrows(MalformedInput.class, () -> Cidr.parseAddress(typed));
    assertEquals("network.cidr.prefix", malformed.text().key());
    assertEquals(suggestion, malformed.suggestion());
  }

  @Test
  void aPrefixOfOneAddressIsAnAddress() {
    assertEquals("192.0.2.9", Cidr.parseAddress("192.0.2.9/32").toString());
    assertEquals("2001:db8::9", Cidr.parseAddress("2001:db8::9").toString());
  }

  @Test
  void everyFaultHasAnExampleAndAText() {
    var examples =
        Stream.concat(refusals(), Stream.of(Arguments.of("prefix", "192.0.2.0/24", "192.0.2.0")));
    Faults.mustHaveExamples(examples, CidrParser.Fault.values());
    Faults.mustHaveTexts("network.cidr.", CidrParser.Fault.values());
  }

  @Test
  void knowsWhatLiesInIt() {
    var prefix = Cidr.of("192.0.2.0/24");
    assertTrue(prefix.contains(Cidr.of("192.0.2.16/29")));
    assertTrue(prefix.contains(prefix));
    assertFalse(prefix.contains(Cidr.of("192.0.3.0")));
    assertFalse(prefix.contains(Cidr.of("192.0.2.0/23")));
    assertTrue(prefix.overlaps(Cidr.of("192.0.2.0/23")));
    assertFalse(prefix.overlaps(Cidr.of("2001:db8::/32")));
  }

  @Test
  void theOrderOfItsKeysIsThatOfTheAddresses() {
    var sorted =
        Stream.of("2.0.0.0", "10.0.0.1", "192.0.2.0/24", "192.0.2.1", "2001:db8::", "a000::")
            .map(Cidr::of)
            .toList();
    for (int i = 1; i < sorted.size(); i++) {
      assertTrue(sorted.get(i - 1).firstKey().compareTo(sorted.get(i).firstKey()) < 0);
    }
    assertEquals("4c00002ff", Cidr.of("192.0.2.0/24").lastKey());
  }

  @Test
  void namesEveryPrefixThatContainsIt() {
    var enclosing = Cidr.of("192.0.2.1").enclosing();
    assertEquals(33, enclosing.size());
    assertTrue(enclosing.contains("192.0.2.0/24") && enclosing.contains("192.0.2.1"));
    assertEquals(49, Cidr.of("2001:db8:25::/48").enclosing().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.", ":", "[", "%", "/", "0", "-", "*", "\uD800", "f:", " 1"})
  void isSafeWithAMegabyteAndWithAsMuchAsIsLookedAt(String piece) {
    for (int length : new int[] {1_000_000, 100}) {
      String typed = piece.repeat(length / piece.length());
      assertTimeoutPreemptively(
          Duration.ofSeconds(2), () -> assertThrows(MalformedInput.class, () -> Cidr.parse(typed)));
    }
  }
}
