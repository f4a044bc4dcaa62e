package nl.poort25.abuse;

import java.util.Map;

/**
 * Staff ended the investigation (4.14): what the case suspended is restored, in the same
 * transaction.
 */
public record AbuseCleared(AbuseCase abuseCase) implements AbuseAct {
  @Override
  public Map<String, String> after() {
    return Map.of("conclusion", abuseCase.getConclusion());
  }
}
