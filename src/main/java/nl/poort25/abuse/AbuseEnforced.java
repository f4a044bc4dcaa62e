package nl.poort25.abuse;

import java.util.Map;

/** The network role confirmed that the block is in force. */
public record AbuseEnforced(AbuseCase abuseCase) implements AbuseAct {
  @Override
  public Map<String, String> after() {
    return Map.of("note", abuseCase.getInForceNote());
  }
}
