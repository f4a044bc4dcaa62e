package nl.poort25.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.domainname.RandomText;
import nl.poort25.imports.CsvFile;
import nl.poort25.mailservice.MailServiceKind;
import nl.poort25.text.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainFileTest {
  private static final String HEADER =
      "name;partner;customer;dns;service;intake;destination;local-part\n";

  private static CsvFile<DomainFile.Entry> read(String lines) {
    return DomainFile.read(HEADER + lines);
  }

  @Test
  void readsEveryColumn() {
    var file = read("Zeil.Example.;Polder; De Bries ;Ja;ironport;smtp;mail.zeil.example;\n");
    assertEquals(List.of(), file.faults());
    var entry = file.entries().get(0);
    assertEquals("zeil.example", entry.name().toString());
    assertEquals("Polder", entry.partner());
    assertEquals("De Bries", entry.asked().customer());
    assertTrue(entry.asked().dnsByProvider());
    assertEquals(MailServiceKind.IRONPORT, entry.kind());
    assertEquals("mail.zeil.example", entry.delivery().destination());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mail SMTP;;192.0.2.9;|SMTP",
        "POP3_BOX;;;info|POP3_BOX",
        "mail pop3 catch all;;;|POP3_CATCH_ALL",
        "Mail Service \\ SMTP/POP/SPAM/VIRUS (IronPort);pop3;;|IRONPORT"
      })
  void takesAServiceByEitherOfItsNames(String columns, MailServiceKind kind) {
    var file = read("zeil.example;P;;nee;" + columns.replace('\\', '|'));
    assertEquals(List.of(), file.faults());
    assertEquals(kind, file.entries().get(0).kind());
  }

  /** As with every table: see ConnectionFileTest. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sep=;\nname;partner;customer;dns;service;intake;destination;local-part;\nzeil.example;Polder;;nee;;;;;\n",
        "Naam\tPartner\tKlant\tDNS-beheer\tDienst\tIntake\tBestemming\tPostbus\nzeil.example\tPolder\t\tnee\t\t\t\t\n",
        "Domein;Partner;Klant;DNS;Maildienst;Intake;Bestemming;Local part\nzeil.example;Polder\u00a0;;nee;;;;\n;;;;;;;\n"
      })
  void takesWhatSpreadsheetsAndPeopleMakeOfIt(String text) {
    var file = DomainFile.read(text);
    assertEquals(List.of(), file.faults());
    assertEquals("Polder", file.entries().get(0).partner());
  }

  @Test
  void aNameNeedNotHaveAService() {
    assertNull(read("zeil.example;P;;nee;;;;").entries().get(0).kind());
  }

  @Test
  void aNameMayHaveMoreServices() {
    var file = read("a.example;P;;nee;POP3_BOX;;;info\na.example;P;;nee;POP3_BOX;;;post\n");
    assertEquals(List.of(), file.faults());
    assertEquals(2, file.entries().size());
  }

  /** Fault, the file below its header. */
  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("no_domains", ""),
        Arguments.of("dns", "a.example;P;;misschien;;;;"),
        Arguments.of("service", "a.example;P;;nee;Exchange;;;"),
        Arguments.of("no_service", "a.example;P;;nee;;;mail.a.example;"),
        Arguments.of("customer", "a.example;P;" + "x".repeat(101) + ";nee;;;;"),
        Arguments.of("otherwise", "a.example;P;;nee;SMTP;;192.0.2.9;\na.example;Q;;nee;;;;"),
        Arguments.of("otherwise", "a.example;P;;nee;SMTP;;192.0.2.9;\na.example;P;;ja;;;;"),
        Arguments.of("twice", "a.example;P;;nee;;;;\nA.example;P;;nee;;;;"),
        Arguments.of("twice", "a.example;P;;nee;SMTP;;192.0.2.9;\n".repeat(2)),
        Arguments.of("partner", "a.example;;;nee;;;;"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void saysWhatIsWrongWithALine(String fault, String lines) {
    var faults = read(lines).faults();
    assertEquals("network.upload." + fault, faults.get(0).what().key());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "co.uk;P;;nee;;;;",
        "info@a.example;P;;nee;;;;",
        "a.example;P;;nee;SMTP;;http://x/;",
        "a.example;P;;nee;SMTP;;;",
        "a.example;P;;nee;IRONPORT;;;",
        "a.example;P;;nee;POP3_BOX;;;info@a.example"
      })
  void saysSoOfAFieldThatIsNone(String line) {
    var file = read(line);
    assertEquals(1, file.faults().size(), file.toString());
    assertEquals(List.of(), file.entries());
  }

  @Test
  void everyFaultHasAnExampleAndTextsWithACure() {
    var here = faults().map(a -> (String) a.get()[0]).collect(Collectors.toSet());
    here.add("known_domain"); // only the database knows
    var keys =
        Arrays.stream(DomainFile.Fault.values())
            .map(fault -> fault.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    assertEquals(keys, here);
    for (String key : keys) {
      assertTrue(Bundle.DUTCH.texts().containsKey("network.upload." + key), key);
      assertTrue(Bundle.DUTCH.texts().containsKey("network.upload." + key + ".cure"), key);
    }
  }

  @Test
  void takesAnyRubbish() {
    RandomText.ofAnyCharacters().forEach(DomainFileTest::read);
    String[] pieces = {";", "\"", "\n", "a.example", "P", "nee", "SMTP", "192.0.2.1", " ", "\0"};
    RandomText.of(pieces, 15).forEach(DomainFileTest::read);
  }
}
