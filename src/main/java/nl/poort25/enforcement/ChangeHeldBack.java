package nl.poort25.enforcement;

import java.util.Map;
import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/** A change of the firewalls waits for the network role because it is large. */
public record ChangeHeldBack(GuardedChange change) implements Act {
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
