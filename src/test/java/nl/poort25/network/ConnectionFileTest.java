package nl.poort25.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.registration.RandomText;
import nl.poort25.web.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionFileTest {
  private static final String HEADER = "reference;kind;partner;customer;site;addresses\n";

  @Test
  void readsEveryColumn() {
    var file =
        ConnectionFile.read(
            HEADER + "zak-1;Zakelijke lijn;Polder; De Bries ;Dam 1;192.0.2.0/29  2001:db8::1\n");
    assertEquals(List.of(), file.faults());
    var line = file.lines().get(0);
    assertEquals(2, line.number());
    assertEquals("ZAK-1", line.reference());
    assertEquals(ConnectionKind.BUSINESS_LINE, line.kind());
    assertEquals("De Bries", line.customer());
    assertEquals(List.of(Cidr.of("192.0.2.0/29"), Cidr.of("2001:db8::1")), line.addresses());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reference,kind,partner,customer,site,addresses\nZAK-1,colocation,P,,,192.0.2.1",
        "\ufeffreference;kind;partner;customer;site;addresses\r\nZAK-1;colocation;P;;;192.0.2.1\r\n",
        "\"Reference\";KIND;partner;customer;site;addresses\n\n\"ZAK-1\";colocation;\"P\";;;192.0.2.1",
        "addresses;site;customer;partner;kind;reference\n192.0.2.1;;;P;colocation;zak-1"
      })
  void takesEitherSeparatorAnyOrderAndAMarkOfTheCharacterSet(String text) {
    var file = ConnectionFile.read(text);
    assertEquals(List.of(), file.faults());
    var line = file.lines().get(0);
    assertEquals("ZAK-1", line.reference());
    assertEquals("P", line.partner());
    assertNull(line.customer());
    assertNull(line.site());
  }

  @Test
  void takesQuotedSeparatorsQuotesAndLineEnds() {
    var file =
        ConnectionFile.read(
            HEADER
                + "A-1;colocation;P;\"Zonen; \"\"de Vries\"\"\";\"Dam 1\nachter\";192.0.2.1\n"
                + "A-2;colocation;P;;;192.0.2.2");
    assertEquals(List.of(), file.faults());
    assertEquals("Zonen; \"de Vries\"", file.lines().get(0).customer());
    assertEquals("Dam 1\nachter", file.lines().get(0).site());
    assertEquals(4, file.lines().get(1).number());
  }

  /** Fault, its line, the file. */
  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("quote", 2, HEADER + "\"A-1;colocation;P;;;192.0.2.1"),
        Arguments.of("quote", 2, HEADER + "\"A\"-1;colocation;P;;;192.0.2.1"),
        Arguments.of("header", 1, "A-1;colocation;P;;;192.0.2.1"),
        Arguments.of("header", 1, "reference;kind;partner;customer;site;site\n"),
        Arguments.of("columns", 2, HEADER + "A-1;colocation;P"),
        Arguments.of("no_lines", 1, HEADER),
        Arguments.of("no_lines", 1, "\n"),
        Arguments.of("reference", 2, HEADER + "A 1;colocation;P;;;192.0.2.1"),
        Arguments.of("kind", 2, HEADER + "A-1;;P;;;192.0.2.1"),
        Arguments.of("partner", 2, HEADER + "A-1;colocation;;;;192.0.2.1"),
        Arguments.of("text", 2, HEADER + "A-1;colocation;P;" + "x".repeat(101) + ";;192.0.2.1"),
        Arguments.of("text", 2, HEADER + "A-1;colocation;P;;a\u0007b;192.0.2.1"),
        Arguments.of("addresses", 2, HEADER + "A-1;colocation;P;;;"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void saysInWhichLineWhatIsWrong(String fault, int number, String text) {
    var file = ConnectionFile.read(text);
    assertEquals(List.of(), file.lines());
    assertEquals("network.upload." + fault, file.faults().get(0).what().key());
    assertEquals(number, file.faults().get(0).line());
  }

  @Test
  void tellsAllThatIsWrongWithALineAndKeepsTheOthers() {
    var file =
        ConnectionFile.read(
            HEADER + "A 1;x;P;;;192.0.2.9/24 mail.nl\nA-2;colocation;P;;;192.0.2.1");
    assertEquals(4, file.faults().size());
    assertEquals(List.of("192.0.2.0/24"), file.faults().get(2).cure().arguments());
    assertEquals(1, file.lines().size());
  }

  @Test
  void everyFaultHasAnExampleAndTextsWithACure() {
    var keys =
        Stream.<Enum<?>>concat(
                Stream.of(ConnectionFile.Fault.values()), Stream.of(CsvTable.Fault.values()))
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
    RandomText.ofAnyCharacters().forEach(text -> ConnectionFile.read(HEADER + text));
    String[] pieces = {
      ";", ",", "\"", "\n", "\r", "A-1", "colocation", "P", "192.0.2.1", " ", "\0"
    };
    RandomText.of(pieces, 15).forEach(text -> ConnectionFile.read(HEADER + text));
    RandomText.of(pieces, 15).forEach(ConnectionFile::read);
  }
}
