package nl.poort25.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.registration.RandomText;
import nl.poort25.web.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PrefixFileTest {
  private static final String ID = "0a1b-25";

  private static final String DELEGATED =
      """
      2.3|ripencc|1606172400|6|19830705|20261123|+0100
      ripencc|*|ipv4|*|3|summary
      # a comment

      ripencc|NL|ipv4|203.0.112.0|768|20100101|allocated|0a1b-25
      ripencc|NL|ipv6|2001:db8:25::|48|20100101|assigned|0a1b-25|e-stats
      ripencc|NL|asn|64496|1|20100101|allocated|0a1b-25
      ripencc|NL|ipv4|198.51.100.0|256|20100101|allocated|other
      ripencc||ipv4|203.0.120.0|256||available|
      ripencc|NL|ipv4|198.51.100.64|1|20100101|assigned|0a1b-25
      """;

  private static final String OBJECTS =
      """
      % This is the RIPE Database query service.

      inetnum:        203.0.112.0 -
      +               203.0.114.255   # three /24
      netname:        NL-PROVIDER
      descr:          Example
                      goes on: here
      status:         ALLOCATED PA

      inet6num:       2001:db8:25::/48
      Status:         ALLOCATED-BY-RIR
      source:         RIPE

      inetnum:        198.51.100.0 - 198.51.100.255
      status:         LEGACY

      organisation:   ORG-X1-RIPE
      org-name:       Example
      """;

  @Test
  void readsThatAnIpv4ValueIsACountAndAnIpv6ValueALength() {
    var file = PrefixFile.read(DELEGATED, ID);
    assertEquals(List.of(), file.faults());
    assertEquals(NetworkImport.Kind.DELEGATED, file.kind());
    assertEquals(
        cidrs("203.0.112.0/23", "203.0.114.0/24", "2001:db8:25::/48", "198.51.100.64"),
        file.prefixes());
    assertEquals(3, file.skipped());
  }

  @Test
  void readsThatAnInetnumIsARangeAndAnInet6numAPrefix() {
    var file = PrefixFile.read(OBJECTS, null);
    assertEquals(List.of(), file.faults());
    assertEquals(NetworkImport.Kind.INETNUM, file.kind());
    assertEquals(cidrs("203.0.112.0/23", "203.0.114.0/24", "2001:db8:25::/48"), file.prefixes());
    assertEquals(2, file.skipped());
  }

  @Test
  void readsTheEndsOfLinesOfEverySystem() {
    assertEquals(
        PrefixFile.read(OBJECTS, null), PrefixFile.read(OBJECTS.replace("\n", "\r\n"), null));
    assertEquals(
        PrefixFile.read(DELEGATED, ID), PrefixFile.read(DELEGATED.replace("\n", "\r\n"), ID));
  }

  /** Fault, its line, the file. */
  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("fields", 1, "ripencc|NL|ipv4|203.0.113.0|256"),
        Arguments.of("registry", 1, line("arin|NL|ipv4|203.0.113.0|256|2010|allocated|")),
        Arguments.of("type", 1, line("ripencc|NL|ipx|203.0.113.0|256|2010|allocated|")),
        Arguments.of("address", 1, line("ripencc|NL|ipv4|203.0.113.01|256|2010|allocated|")),
        Arguments.of("address", 1, line("ripencc|NL|ipv6|203.0.113.0|32|2010|allocated|")),
        Arguments.of("address", 1, "inet6num: 203.0.113.0/24\nstatus: ASSIGNED"),
        Arguments.of("count", 1, line("ripencc|NL|ipv4|203.0.113.0|/24|2010|allocated|")),
        Arguments.of("count", 1, line("ripencc|NL|ipv4|203.0.113.0|0|2010|allocated|")),
        Arguments.of("count", 1, line("ripencc|NL|ipv4|203.0.113.0|4294967295|2010|allocated|")),
        Arguments.of("length", 1, line("ripencc|NL|ipv6|2001:db8::|129|2010|allocated|")),
        Arguments.of("status", 1, line("ripencc|NL|ipv4|203.0.113.0|256|2010|leased|")),
        Arguments.of(
            "truncated",
            2,
            "2|ripencc|1|9|1|2|+0\n" + line("ripencc|NL|ipv4|203.0.113.0|256|2010|allocated|")),
        Arguments.of("attribute", 2, "inetnum: 203.0.113.0 - 203.0.113.255\nrubbish"),
        Arguments.of("range", 1, "inetnum: 203.0.113.0/24\nstatus: ASSIGNED PA"),
        Arguments.of("range", 2, "\ninetnum: 203.0.113.9 - 203.0.113.0\nstatus: ASSIGNED PA"),
        Arguments.of("no_status", 1, "inetnum: 203.0.113.0 - 203.0.113.255\nsource: RIPE"),
        Arguments.of("nothing", 1, "ripencc|NL|ipv4|203.0.113.0|256|2010|allocated|other"),
        Arguments.of("nothing", 1, "inetnum: 203.0.113.0 - 203.0.113.255\nstatus: LEGACY"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void saysInWhichLineWhatIsWrong(String fault, int number, String text) {
    var found = PrefixFile.read(text, ID).faults().get(0);
    assertEquals("network.upload." + fault, found.what().key());
    assertEquals(number, found.line());
  }

  @Test
  void saysWhatWasMeantByAPrefixWithHostBits() {
    var found =
        PrefixFile.read(line("ripencc|NL|ipv6|2001:db8::1|48|2010|allocated|"), ID).faults();
    assertEquals("network.cidr.host-bits", found.get(0).what().key());
    assertEquals(List.of("2001:db8::/48"), found.get(0).cure().arguments());
  }

  @Test
  void refusesSpaceThatNoRegistryGivesOut() {
    var found = PrefixFile.read(line("ripencc|NL|ipv4|10.0.0.0|256|2010|allocated|"), ID).faults();
    assertEquals(NetworkRule.PREFIX_IS_PUBLIC.cites(), found.get(0).cites());
  }

  @Test
  void everyFaultHasAnExampleAndTextsWithACure() {
    var keys =
        Stream.of(PrefixFile.Fault.values())
            .map(fault -> fault.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    assertEquals(keys, faults().map(a -> a.get()[0]).collect(Collectors.toSet()));
    for (String key : keys) {
      assertTrue(Bundle.DUTCH.texts().containsKey("network.upload." + key), key);
      assertTrue(Bundle.DUTCH.texts().containsKey("network.upload." + key + ".cure"), key);
    }
  }

  @Test
  void takesAnyRubbish() {
    RandomText.ofAnyCharacters().forEach(text -> PrefixFile.read(text, ID));
    String[] pieces = {
      "ripencc",
      "|",
      "|NL|ipv4|",
      "203.0.113.0",
      "|256|",
      "|allocated|" + ID,
      "\n",
      "inetnum:",
      "inet6num:",
      " - ",
      "status:",
      "ASSIGNED",
      " ",
      "+",
      "#",
      "2001:db8::",
      "/32",
      "\r",
      "99999",
      "2|",
      "summary",
      ":",
      "\0"
    };
    RandomText.of(pieces, 12).forEach(text -> PrefixFile.read(text, ID));
  }

  private static String line(String start) {
    return start + ID;
  }

  private static Set<Cidr> cidrs(String... texts) {
    return Stream.of(texts).map(Cidr::of).collect(Collectors.toSet());
  }
}
