package nl.poort25.abuse;

import java.util.Map;

/** Staff uploaded a report. */
public record ReportTaken(AbuseReport report) implements ReportAct {
  @Override
  public Map<String, String> after() {
    return Map.of("state", report.getState().name());
  }
}
