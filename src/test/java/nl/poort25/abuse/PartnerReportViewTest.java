package nl.poort25.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import nl.poort25.abusereport.Samples;
import nl.poort25.network.Cidr;
import org.junit.jupiter.api.Test;

/** No complainant shows through what a partner may know of a report. */
class PartnerReportViewTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private static PartnerReportView of(String text) {
    var parsed = Samples.read(text);
    var report = new AbuseReport(parsed, "digest", null, NOW);
    report.match(parsed.source(), parsed.reportedAt(), null);
    return PartnerReportView.of(report);
  }

  @Test
  void saysWhatHelpsToFindTheMessage() {
    assertEquals(
        new PartnerReportView(
            "ABUSE",
            "198.51.100.9:54321",
            1,
            Instant.parse("2026-11-23T07:58:02Z"),
            Instant.parse("2026-11-23T07:57:55Z")),
        of(Samples.arf(Samples.FIELDS + "Source-Port: 54321\n")));
  }

  @Test
  void namesTheComplainantNowhere() {
    String everywhere = Samples.arf(Samples.FIELDS.replace("Version: 1", "Version: 1 (klager)"));
    for (var evidence : List.of(of(everywhere), of(Samples.xarf()))) {
      for (String trace : Samples.COMPLAINANT) {
        assertFalse(evidence.toString().contains(trace), evidence.toString());
      }
    }
  }

  @Test
  void isMadeOfValuesAndNeverOfAStrangersWords() {
    for (var component : PartnerReportView.class.getRecordComponents()) {
      if (component.getType() == String.class) {
        // a constant of ours, and an address with a port
        assertTrue(List.of("about", "source").contains(component.getName()), component.getName());
      }
    }
  }

  @Test
  void writesAnAddressWithItsPortAsAUrlDoes() {
    assertEquals("[2001:db8::9]:25", PartnerReportView.text(Cidr.of("2001:db8::9"), 25));
    assertEquals("2001:db8::9", PartnerReportView.text(Cidr.of("2001:db8::9"), null));
  }
}
