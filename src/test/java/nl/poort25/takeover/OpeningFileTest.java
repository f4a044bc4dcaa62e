package nl.poort25.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.domainname.RandomText;
import nl.poort25.exemption.MailServer;
import nl.poort25.imports.CsvFile;
import nl.poort25.network.Cidr;
import nl.poort25.network.Flow;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.text.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningFileTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String HEADER = "address;source;connection;kind;since;host\n";

  private static CsvFile<OpeningFile.Entry> read(String lines) {
    return OpeningFile.read(HEADER + lines, NOW);
  }

  @Test
  void readsEveryColumn() {
    var file = read("192.0.2.65;203.0.113.0/28;zak-1017;Derde partij;31-5-2019; Mailfilter BV \n");
    assertEquals(List.of(), file.faults());
    var entry = file.entries().get(0);
    assertEquals(new Flow(Cidr.of("203.0.113.0/28"), Cidr.of("192.0.2.65")), entry.flow());
    assertEquals("ZAK-1017", entry.reference());
    assertEquals(ExemptionKind.THIRD_PARTY, entry.kind());
    assertEquals(Instant.parse("2019-05-30T22:00:00Z"), entry.since());
    assertEquals("Mailfilter BV", entry.host());
  }

  @ParameterizedTest
  @ValueSource(strings = {"colocation", "COLOCATION"})
  void whatIsNotKnownMayBeEmpty(String kind) {
    var entry = read("2001:db8:25:40::1;;COLO-0012;" + kind + ";2019-05-31;").entries().get(0);
    assertNull(entry.flow().source());
    assertNull(entry.host());
  }

  /** As with every table: see ConnectionFileTest. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sep=;\naddress;source;connection;kind;since;host;\n192.0.2.65;;ZAK-1;colocation;31.5.2019;;\n",
        "Adres\tBron\tVerbinding\tSoort\tSinds\tHost\n192.0.2.65\t\tZAK-1\tcolocation\t31-05-2019 00:00\t\n",
        "ip-adres;quelle;anschluss;art;seit;hostname\n192.0.2.65\u00a0;;ZAK-1;colocation;2019-05-31T00:00:00;\n;;;;;\n"
      })
  void takesWhatSpreadsheetsAndPeopleMakeOfIt(String text) {
    var file = OpeningFile.read(text, NOW);
    assertEquals(List.of(), file.faults());
    var entry = file.entries().get(0);
    assertEquals("ZAK-1", entry.reference());
    assertEquals(Instant.parse("2019-05-30T22:00:00Z"), entry.since());
  }

  @Test
  void saysWhatWasMeantByAnAddressWithItsMask() {
    var fault =
        read("192.0.2.65;203.0.113.0 255.255.255.240;Z-1;derde partij;2019-05-31;").faults();
    assertEquals(List.of("203.0.113.0/28"), fault.get(0).cure().arguments());
  }

  /** Fault, its line. */
  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("no_openings", ""),
        Arguments.of("exemption_kind", "192.0.2.65;;Z-1;spam;2019-05-31;"),
        Arguments.of("since", "192.0.2.65;;Z-1;colocation;;"),
        Arguments.of("since", "192.0.2.65;;Z-1;colocation;31-6-2019;"),
        Arguments.of("since", "192.0.2.65;;Z-1;colocation;1979-05-31;"),
        Arguments.of("since", "192.0.2.65;;Z-1;colocation;5/31/2019;"),
        Arguments.of("future", "192.0.2.65;;Z-1;colocation;2026-11-25;"),
        Arguments.of("colocation_source", "192.0.2.65;203.0.113.1;Z-1;colocation;2019-05-31;"),
        Arguments.of("family", "192.0.2.65;2001:db8::1;Z-1;derde partij;2019-05-31;F"),
        Arguments.of("host", "192.0.2.65;;Z-1;colocation;2019-05-31;geen naam"),
        Arguments.of("host", "192.0.2.65;;Z-1;colocation;2019-05-31;192.0.2.65"),
        Arguments.of("host", "192.0.2.65;;Z-1;derde partij;2019-05-31;" + "x".repeat(101)),
        Arguments.of("connection", "192.0.2.65;;;colocation;2019-05-31;"),
        Arguments.of("connection", "192.0.2.65;;" + "Z".repeat(41) + ";colocation;2019-05-31;"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void saysWhatIsWrongWithALine(String fault, String line) {
    var file = read(line);
    assertEquals(List.of(), file.entries());
    assertEquals("network.upload." + fault, file.faults().get(0).what().key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.0/24", "192.0.2.065", "mail.example.nl", ""})
  void takesNothingButOneAddressAsADestination(String address) {
    assertEquals(1, read(address + ";;Z-1;colocation;2019-05-31;").faults().size());
  }

  @Test
  void theSameLineTwiceIsAFaultOfTheSecond() {
    String line = "192.0.2.65;;Z-1;colocation;2019-05-31;\n";
    var file = read(line + line.toLowerCase(Locale.ROOT));
    assertEquals(1, file.entries().size());
    assertEquals("network.upload.twice", file.faults().get(0).what().key());
    assertEquals(List.of(2), file.faults().get(0).what().arguments());
    assertEquals(3, file.faults().get(0).line());
  }

  @Test
  void everyFaultHasAnExampleAndTextsWithACure() {
    var here = faults().map(a -> (String) a.get()[0]).collect(Collectors.toSet());
    // the rest is told by the whole of the file, and by the database (OpeningDoubtsTest)
    here.addAll(Set.of("twice", "known"));
    here.addAll(Set.of("blocked", "investigated", "not_ours", "decided", "decided_here"));
    var keys =
        EnumSet.allOf(OpeningFile.Fault.class).stream()
            .map(fault -> fault.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    assertEquals(keys, here);
    for (String key : keys) {
      assertTrue(Bundle.DUTCH.texts().containsKey("network.upload." + key), key);
      assertTrue(Bundle.DUTCH.texts().containsKey("network.upload." + key + ".cure"), key);
    }
  }

  @Test
  void linesOfOneConnectionAndKindBecomeOneExemption() {
    var groups =
        ImportedExemption.of(
            read("""
            192.0.2.65;;Z-1;eigen maildienst;2019-05-31;mx1.example.nl
            2001:db8::1;;Z-1;eigen maildienst;2020-05-31;mx1.example.nl
            192.0.2.66;;Z-1;eigen maildienst;2020-05-31;
            192.0.2.65;203.0.113.9;Z-1;eigen maildienst;2020-05-31;
            192.0.2.65;203.0.113.1;Z-1;derde partij;2020-05-31;Filter
            192.0.2.65;203.0.113.2;Z-1;derde partij;2020-05-31;FILTER
            192.0.2.65;203.0.113.3;Z-1;derde partij;2020-05-31;Ander
            192.0.2.65;;Z-2;colocation;2020-05-31;
            """)
                .entries());
    assertEquals(List.of(3, 1, 2, 1, 1), groups.stream().map(g -> g.entries().size()).toList());
    var servers = groups.get(0).servers();
    assertEquals(
        List.of(
            new MailServer("mx1.example.nl", "192.0.2.65", "2001:db8::1", null, null),
            new MailServer(null, "192.0.2.66", null, null, null)),
        servers);
    assertTrue(groups.get(1).isOutside());
    assertEquals("203.0.113.9", groups.get(1).servers().get(0).name());
    assertEquals("Filter", groups.get(2).thirdParty());
    assertEquals(List.of(), groups.get(2).servers());
  }

  @Test
  void aSecondAddressOfOneFamilyIsASecondServer() {
    var group =
        ImportedExemption.of(
                read("""
                192.0.2.65;;Z-1;colocation;2019-05-31;mx1.example.nl
                192.0.2.66;;Z-1;colocation;2019-05-31;mx1.example.nl
                """)
                    .entries())
            .get(0);
    assertEquals(2, group.servers().size());
  }

  @Test
  void anExemptionHasNoMoreLinesThanItsPageHasRoomFor() {
    var lines = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      lines.append("192.0.2.").append(i).append(";;Z-1;colocation;2019-05-31;\n");
    }
    var groups = ImportedExemption.of(read(lines.toString()).entries());
    assertEquals(List.of(50, 50, 20), groups.stream().map(g -> g.entries().size()).toList());
  }

  @Test
  void takesAnyRubbish() {
    RandomText.ofAnyCharacters().forEach(OpeningFileTest::read);
    String[] pieces = {
      ";", "\"", "\n", "A-1", "colocation", "derde partij", "192.0.2.1", " ", "2019-05-31", "\0"
    };
    RandomText.of(pieces, 15).forEach(OpeningFileTest::read);
  }
}
