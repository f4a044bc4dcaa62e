package nl.poort25.enforcement;

import java.util.Map;
import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/** The network role let a large change of the firewalls go out. */
public record HeldBackConfirmed(GuardedChange change) implements Act {
  @Override
  public Subject subject() {
    return new Subject("change", change.getId(), "" + change.getId());
  }

  @Override
  public Long partnerId() {
    return null;
  }

  @Override
  public Map<String, String> after() {
    return Map.of("added", "" + change.getAdded(), "removed", "" + change.getRemoved());
  }
}
