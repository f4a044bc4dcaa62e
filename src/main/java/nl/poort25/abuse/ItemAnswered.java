package nl.poort25.abuse;

import java.util.Map;

/** The partner answered an item of the checklist. */
public record ItemAnswered(InvestigationItem item) implements AbuseAct {
  @Override
  public AbuseCase abuseCase() {
    return item.getAbuseCase();
  }

  @Override
  public Map<String, String> after() {
    return Map.of("item", item.getKind().name(), "answer", item.getAnswer());
  }
}
