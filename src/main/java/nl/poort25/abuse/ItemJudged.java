package nl.poort25.abuse;

import java.util.Map;

/**
 * Staff judged an answer.
 *
 * @param was what staff said of the same answer before, or null
 */
public record ItemJudged(InvestigationItem item, Judgement was) implements AbuseAct {
  @Override
  public AbuseCase abuseCase() {
    return item.getAbuseCase();
  }

  @Override
  public Map<String, String> before() {
    return was == null ? Map.of() : Map.of("judgement", was.name());
  }

  @Override
  public Map<String, String> after() {
    String kind = item.getKind().name();
    String judgement = item.getJudgement().name();
    return item.getWhy() == null
        ? Map.of("item", kind, "judgement", judgement)
        : Map.of("item", kind, "judgement", judgement, "reason", item.getWhy());
  }
}
