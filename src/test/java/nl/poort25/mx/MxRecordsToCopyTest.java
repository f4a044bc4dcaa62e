package nl.poort25.mx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import nl.poort25.mx.MxRecordsToCopy.PanelRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MxRecordsToCopyTest {
  private static final List<MxRecord> RELAYS =
      List.of(MxRecord.parse("20 smtp1.routit.net"), MxRecord.parse("10 smtp.routit.net"));

  @Test
  void givesTheLinesOfAZoneFile() {
    assertEquals(
        """
        klant.nl. 3600 IN MX 10 smtp.routit.net.
        klant.nl. 3600 IN MX 20 smtp1.routit.net.\
        """,
        copy("klant.nl").zoneFile());
  }

  @Test
  void givesTheRowsOfAControlPanel() {
    assertEquals(
        List.of(
            new PanelRow("@", "MX", 10, "smtp.routit.net", 3600),
            new PanelRow("@", "MX", 20, "smtp1.routit.net", 3600)),
        copy("klant.nl").panel());
  }

  @ParameterizedTest
  @CsvSource({
    "klant.nl, @",
    "mail.klant.nl, mail",
    "a.b.klant.co.uk, a.b",
    "klant.demon.nl, @",
    "klant.example, @",
    "deel.klant.example, deel",
    "deel.klant.nieuwetop, deel"
  })
  void namesTheRowByWhatStandsBeforeTheRegistrableDomain(String name, String row) {
    assertEquals(row, copy(name).panel().get(0).name());
  }

  @Test
  void namesTheRowByTheZoneThatWasSeen() {
    var own = new MxRecordsToCopy("deel.klant.nl", RELAYS, Duration.ofHours(1), "deel.klant.nl");
    assertEquals("@", own.panel().get(0).name());
    assertEquals(2, own.panelHosts().size());
    var above = new MxRecordsToCopy("klant.demon.nl", RELAYS, Duration.ofHours(1), "demon.nl");
    assertEquals("klant", above.panel().get(0).name());
  }

  @Test
  void givesWhatDigPrints() {
    assertEquals("dig +noall +answer klant.nl MX", copy("klant.nl").digCommand());
    assertEquals(
        "klant.nl.\t\t3600\tIN\tMX\t10 smtp.routit.net.\n"
            + "klant.nl.\t\t3600\tIN\tMX\t20 smtp1.routit.net.",
        copy("klant.nl").digOutput());
  }

  private static MxRecordsToCopy copy(String name) {
    return new MxRecordsToCopy(name, RELAYS, Duration.ofHours(1), null);
  }
}
