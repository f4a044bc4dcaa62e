package nl.poort25.abuse;

import java.util.Map;

/** Staff put a report aside. */
public record ReportDismissed(AbuseReport report) implements ReportAct {
  @Override
  public Map<String, String> after() {
    return Map.of("reason", report.getWhy());
  }
}
