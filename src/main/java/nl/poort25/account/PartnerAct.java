package nl.poort25.account;

import java.util.Map;
import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/** What happens to a partner. */
sealed interface PartnerAct extends Act {
  Partner partner();

  @Override
  default Subject subject() {
    return new Subject("partner", partner().getId(), partner().getName());
  }

  @Override
  default Long partnerId() {
    return partner().getId();
  }

  record PartnerAdded(Partner partner) implements PartnerAct {}

  record PartnerRenamed(Partner partner, String old, String name) implements PartnerAct {
    @Override
    public Map<String, String> before() {
      return Map.of("name", old);
    }

    @Override
    public Map<String, String> after() {
      return Map.of("name", name);
    }
  }

  record PartnerLocked(Partner partner) implements PartnerAct {}

  record PartnerUnlocked(Partner partner) implements PartnerAct {}
}
