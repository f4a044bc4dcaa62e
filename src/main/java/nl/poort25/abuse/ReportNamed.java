package nl.poort25.abuse;

import java.util.Map;

/** Staff said which address a report is about, where the report does not. */
public record ReportNamed(AbuseReport report) implements ReportAct {
  @Override
  public Map<String, String> after() {
    return Map.of("addresses", report.getAddress().toString());
  }
}
