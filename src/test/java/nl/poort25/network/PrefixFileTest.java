package nl.poort25.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.domainname.RandomText;
import nl.poort25.imports.FileImport;
import nl.poort25.imports.FileTally;
import nl.poort25.imports.SkippedRecord.Reason;
import nl.poort25.it.Mutations;
import nl.poort25.text.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings("StringConcatToTextBlock") // where a line ends is what is tried
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
    assertEquals(FileImport.Kind.DELEGATED, file.kind());
    assertEquals(
        cidrs("203.0.112.0/23", "203.0.114.0/24", "2001:db8:25::/48", "198.51.100.64"),
        file.prefixes());
    assertEquals(3, file.tally().taken());
    assertEquals(
        Map.of(Reason.AS_NUMBER, 1, Reason.OTHER_HOLDER, 2, Reason.NOT_IN_USE, 1),
        PrefixFile.read(DELEGATED + "ripencc||ipv4|203.0.120.0|256||reserved|0a1b-25\n", ID)
            .tally()
            .counts());
  }

  @Test
  void readsThatAnInetnumIsARangeAndAnInet6numAPrefix() {
    var file = PrefixFile.read(OBJECTS, null);
    assertEquals(List.of(), file.faults());
    assertEquals(FileImport.Kind.INETNUM, file.kind());
    assertEquals(cidrs("203.0.112.0/23", "203.0.114.0/24", "2001:db8:25::/48"), file.prefixes());
    assertEquals(2, file.tally().taken());
    assertEquals(
        List.of(
            "14 OTHER_STATUS LEGACY inetnum: 198.51.100.0 - 198.51.100.255",
            "17 OTHER_OBJECT organisation organisation: ORG-X1-RIPE"),
        left(file));
  }

  private static List<String> left(PrefixFile file) {
    return file.tally().named().stream()
        .map(left -> left.line() + " " + left.reason() + " " + left.detail() + " " + left.text())
        .toList();
  }

  /** However the empty lines between them got lost, or what came before them. */
  static Stream<String> withoutEmptyLines() {
    return Stream.of(
        "inetnum: 203.0.112.0 - 203.0.112.127\nstatus: ALLOCATED PA\n"
            + "inetnum: 203.0.112.128 - 203.0.112.255\nstatus: ASSIGNED PI\n",
        "inetnum: 203.0.112.0 - 203.0.112.127\nstatus: ALLOCATED PA\nsource: RIPE\n"
            + "Inetnum : 203.0.112.128\n+ - 203.0.112.255\nnetname: X\nstatus: ALLOCATED PA\n",
        "inetnum: 203.0.112.0 - 203.0.112.127\nstatus: ALLOCATED PA\n--\n"
            + "inetnum: 203.0.112.128 - 203.0.112.255\nstatus: ALLOCATED PA\n--\n",
        "% a remark\n    inetnum:\u00a0203.0.112.0 \u2013 203.0.112.127\n    status: ALLOCATED PA\n"
            + "    inetnum: 203.0.112.128 - 203.0.112.255\n    status: ALLOCATED PA\n",
        "inetnum: 203.0.112.0 - 203.0.112.127\nstatus: ALLOCATED PA\n"
            + "  inetnum: 203.0.112.128 - 203.0.112.255\nstatus: ALLOCATED PA # inetnum: x\n",
        "\ufeffinetnum: 203.0.112.0 - 203.0.112.127\nstatus: ALLOCATED PA\n"
            + "% inetnum: 203.0.113.0 - 203.0.113.255\n"
            + "inetnum: 203.0.112.128 - 203.0.112.255\n% more\nstatus: ALLOCATED PA\n");
  }

  @ParameterizedTest
  @MethodSource("withoutEmptyLines")
  void aSecondKeyBeginsAnotherObject(String text) {
    var file = PrefixFile.read(text, null);
    assertEquals(List.of(), file.faults());
    assertEquals(cidrs("203.0.112.0/25", "203.0.112.128/25"), file.prefixes());
    assertEquals(2, file.tally().taken());
  }

  @Test
  void objectsOfEachClassEndTheOneBefore() {
    var file =
        PrefixFile.read(
            "inet6num: 2001:db8:77::/48\nstatus: ALLOCATED-BY-RIR\n"
                + "route: 203.0.112.0/24\nstatus: none of its attributes\n"
                + "person: Somebody\ninet6num: 2001:db8:78::/48\nstatus: AGGREGATED-BY-LIR\n"
                + "inetnum: 203.0.112.0 - 203.0.112.255\nstatus: LIR-PARTITIONED PA\n",
            null);
    assertEquals(List.of(), file.faults());
    assertEquals(cidrs("2001:db8:77::/48"), file.prefixes());
    assertEquals(
        List.of(
            "3 OTHER_OBJECT route route: 203.0.112.0/24",
            "5 OTHER_OBJECT person person: Somebody",
            "6 OTHER_STATUS AGGREGATED-BY-LIR inet6num: 2001:db8:78::/48",
            "8 OTHER_STATUS LIR-PARTITIONED PA inetnum: 203.0.112.0 - 203.0.112.255"),
        left(file));
  }

  /** FAULTS 18: the second went without a word, and was offered for removal. */
  @Test
  void theFilesThatWentWrongAreReadWhole() {
    var cases = Mutations.cases("net").stream().map(bytes -> new String(bytes, UTF_8)).toList();
    var all = cidrs("203.0.112.0/25", "203.0.112.128/25");
    assertEquals(all, PrefixFile.read(cases.get(0), null).prefixes());
    assertEquals(all, PrefixFile.read(cases.get(1), null).prefixes());
    assertEquals(
        cidrs("203.0.112.0/25", "2001:db8:77::/48"),
        PrefixFile.read(cases.get(2), null).prefixes());
    var legacy = PrefixFile.read(cases.get(3), null);
    assertEquals(cidrs("203.0.112.0/25"), legacy.prefixes());
    assertEquals(
        List.of("6 OTHER_STATUS LEGACY inetnum: 203.0.112.128 - 203.0.112.255"), left(legacy));
  }

  @Test
  void aFileInWhichNothingCountsNamesWhatIsInIt() {
    var file = PrefixFile.read("inetnum: 203.0.113.0 - 203.0.113.255\nstatus: LEGACY", null);
    assertEquals(
        List.of("network.upload.nothing", "network.upload.other_status"),
        file.faults().stream().map(fault -> fault.what().key()).toList());
    assertEquals(List.of("LEGACY"), file.faults().get(1).what().arguments());
  }

  @Test
  void whatWasLeftOutIsKeptWithTheUpload() {
    var tally = PrefixFile.read(OBJECTS, null).tally();
    assertEquals(tally, FileTally.of(tally.written()));
    String many = "ripencc|NL|asn|64496|1|20100101|allocated|0a1b-25\n".repeat(250);
    var large = PrefixFile.read(DELEGATED.replaceFirst(".*\n", "") + many, ID).tally();
    assertEquals(large, FileTally.of(large.written()));
    assertEquals(253, large.left());
    assertEquals(200, large.named().size());
    assertEquals(
        List.of(Map.entry(Reason.OTHER_HOLDER, 2), Map.entry(Reason.AS_NUMBER, 51)),
        large.getOthers());
  }

  @Test
  void everyReasonHasTexts() {
    for (var reason : Reason.values()) {
      for (var bundle : List.of(Bundle.DUTCH, Bundle.ENGLISH)) {
        assertTrue(bundle.texts().containsKey(reason.key()), reason.key());
        assertTrue(bundle.texts().containsKey(reason.getCounted()), reason.getCounted());
      }
    }
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
        Arguments.of("attribute", 1, "12:inetnum: 203.0.113.0 - 203.0.113.255"),
        Arguments.of("attribute", 1, "> inetnum: 203.0.113.0 - 203.0.113.255"),
        Arguments.of("attribute", 1, "  netname: X\ninetnum: 203.0.113.0 - 203.0.113.255"),
        Arguments.of(
            "two_statuses",
            1,
            "inetnum: 203.0.113.0 - 203.0.113.1\nstatus: LEGACY\nstatus: ALLOCATED PA"),
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
