package nl.poort25.abuse;

import java.util.Map;

/** A report became part of a case. */
public record ReportGathered(AbuseReport report) implements ReportAct {
  @Override
  public Map<String, String> after() {
    return Map.of("number", report.getAbuseCase().getNumber());
  }
}
