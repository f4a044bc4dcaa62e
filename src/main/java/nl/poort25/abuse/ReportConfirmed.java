package nl.poort25.abuse;

import java.util.Map;

/** Staff confirmed which address a report is about, and when. */
public record ReportConfirmed(AbuseReport report) implements ReportAct {
  @Override
  public Map<String, String> after() {
    return Map.of(
        "addresses",
        report.getAddress().toString(),
        "held-at",
        report.getHeldAt().toString(),
        "connection",
        report.getConnection().getReference());
  }
}
