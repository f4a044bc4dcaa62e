package nl.poort25.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.domainname.RandomText;
import nl.poort25.imports.CsvFile;
import nl.poort25.it.Mutations;
import nl.poort25.text.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
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
    var line = file.entries().get(0);
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
    var line = file.entries().get(0);
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
    assertEquals("Zonen; \"de Vries\"", file.entries().get(0).customer());
    assertEquals("Dam 1\nachter", file.entries().get(0).site());
    assertEquals(4, file.entries().get(1).number());
  }

  private static final String ROW = "ZL-100;zakelijke lijn;P;Bakker;Rotterdam;192.0.2.64/29";

  /** FAULTS 23: what spreadsheets save, what is pasted from them, and what people type. */
  static Stream<String> shapes() {
    String tabs = (HEADER + ROW).replace(';', '\t');
    return Stream.of(
        "sep=;\r\n" + HEADER + ROW + "\r\n",
        "\"sep=;\"\r" + (HEADER + ROW).replace('\n', '\r'),
        "\ufeffSEP=;;;;;\n" + HEADER + ROW,
        "sep=\t\n" + tabs,
        "sep=|\n" + (HEADER + ROW).replace(';', '|'),
        tabs,
        tabs + "\t\t\t\n",
        HEADER.replace("\n", ";\n") + ROW + ";\n",
        HEADER + ROW + ";;;\n",
        HEADER.replace("\n", ";;\n") + ROW + "\n;\n",
        HEADER + ROW + "\n;;;;;\r\n;;;;;\r\n\"\";;\n",
        ";;;;;\n" + HEADER + ";;;;;\n" + ROW,
        HEADER + ROW.replace("ZL-100", "ZL-100\u00a0").replace("e l", "e\u00a0l"),
        HEADER + ROW.replace("ZL-100", "\u200bZL-100\ufeff").replace("P", "\u2007P\u3000"),
        HEADER + ROW.replace("/29", " 255.255.255.248"),
        HEADER + ROW.replace("/29", "\u00a0255.255.255.248"),
        HEADER + ROW.replace("ZL-100", "=\"ZL-100\""),
        "Kenmerk;Soort;Partner;Klant;Locatie;Adressen\n" + ROW,
        "REFERENCE ;kind;Partner;customer;Vestiging;IP-adressen\n" + ROW,
        "Kennzeichen;Art;Partner;Kunde;Standort;Adres\n" + ROW,
        HEADER + ROW.replace("192.0.2.64/29", "\"192.0.2.64/30\n192.0.2.68/30\""),
        HEADER + ROW.replace("192.0.2.64/29", "192.0.2.64/30, 192.0.2.68/30"),
        HEADER + ROW.replace("192.0.2.64/29", "192.0.2.64/30,192.0.2.68/30,"));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void takesWhatSpreadsheetsAndPeopleMakeOfIt(String text) {
    var file = ConnectionFile.read(text);
    assertEquals(List.of(), file.faults());
    assertEquals(1, file.entries().size());
    var line = file.entries().get(0);
    assertEquals("ZL-100", line.reference());
    assertEquals(ConnectionKind.BUSINESS_LINE, line.kind());
    assertEquals("P", line.partner());
    assertEquals("Bakker", line.customer());
    assertEquals("Rotterdam", line.site());
    var whole = List.of(Cidr.of("192.0.2.64/29"));
    var halves = List.of(Cidr.of("192.0.2.64/30"), Cidr.of("192.0.2.68/30"));
    assertTrue(line.addresses().equals(whole) || line.addresses().equals(halves), text);
  }

  @Test
  void theFilesThatWentWrongAreRead() {
    for (byte[] file : Mutations.cases("csv")) {
      var read = ConnectionFile.read(new String(file, UTF_8));
      assertEquals(List.of(), read.faults());
      assertEquals(1, read.entries().size());
      assertEquals(List.of(Cidr.of("192.0.2.64/29")), read.entries().get(0).addresses());
    }
  }

  /** The line of what is wrong stays that of the file. */
  @Test
  void countsTheLinesThatItLeavesOut() {
    var file = ConnectionFile.read("sep=;\n" + HEADER + ";;;;;\n\n" + ROW + "\n;;\nA 1;;;;;\n");
    assertEquals(5, file.entries().get(0).number());
    assertEquals(7, file.faults().get(0).line());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reference;kind;partner;site;addresses | customer | \u2013",
        "reference;kind;partner;customer;site;addresses;remark | \u2013 | remark",
        "kenmerk;kind;partner;customer;site;referentie;addresses | \u2013 | referentie",
        "reference;kind;partner;;customer;site;addresses | \u2013 | \u2205",
        "A-1;colocation;P;;;192.0.2.1 | reference, kind, partner, customer, site, addresses |"
            + " A-1, colocation, P, \u2205, \u2205, 192.0.2.1"
      })
  void saysWhichColumnsAreMissingAndWhichAreNotKnown(
      String header, String missing, String unknown) {
    var fault = ConnectionFile.read(header + "\n" + ROW).faults().get(0);
    assertEquals("network.upload.header", fault.what().key());
    assertEquals(List.of(missing, unknown), fault.what().arguments());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.65 255.255.255.248 | network.cidr.host-bits | 192.0.2.64/29",
        "192.0.2.64/255.255.255.248 | network.cidr.mask | 192.0.2.64/29",
        "192.0.2.64 - 192.0.2.71 | network.cidr.range | 192.0.2.64/29",
        "192.0.2.64 \u2013 192.0.2.71 | network.cidr.range | 192.0.2.64/29",
        "192,0,2,64 | network.cidr.commas | 192.0.2.64",
        "192,0,2,64/29 | network.cidr.commas | 192.0.2.64/29"
      })
  void saysWhatWasMeantByAnAddress(String typed, String fault, String meant) {
    var faults = ConnectionFile.read(HEADER + "A-1;colocation;P;;;" + typed).faults();
    assertEquals(1, faults.size(), faults.toString());
    assertEquals(fault, faults.get(0).what().key());
    assertEquals(List.of(meant), faults.get(0).cure().arguments());
  }

  /** Fault, its line, the file. */
  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("quote", 2, HEADER + "\"A-1;colocation;P;;;192.0.2.1"),
        Arguments.of("quote", 2, HEADER + "\"A\"-1;colocation;P;;;192.0.2.1"),
        Arguments.of("header", 1, "A-1;colocation;P;;;192.0.2.1"),
        Arguments.of("header", 1, "reference;kind;partner;customer;site;site\n"),
        Arguments.of("columns", 2, HEADER + "A-1;colocation;P"),
        Arguments.of("columns", 2, HEADER + "A-1;colocation;P;;;192.0.2.1;;more"),
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
    assertEquals(List.of(), file.entries());
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
    assertEquals(1, file.entries().size());
  }

  @Test
  void everyFaultHasAnExampleAndTextsWithACure() {
    var keys =
        Stream.<Enum<?>>concat(
                Stream.of(ConnectionFile.Fault.values()), Stream.of(CsvFile.Fault.values()))
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
