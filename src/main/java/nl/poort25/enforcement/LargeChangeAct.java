package nl.poort25.enforcement;

import java.util.Map;
import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/**
 * Audit acts on a change that was held back for its size: the portal held it back, or the network
 * role confirmed it.
 */
public sealed interface LargeChangeAct extends Act {
  LargeChange change();

  @Override
  default Subject subject() {
    return new Subject("change", change().getId(), change().getTarget() + " " + change().getId());
  }

  @Override
  default Map<String, String> after() {
    return Map.of("added", "" + change().getAdded(), "removed", "" + change().getRemoved());
  }

  /** It waits for the network role. */
  record ChangeHeldBack(LargeChange change) implements LargeChangeAct {}

  /** The network role let it go out. */
  record HeldBackConfirmed(LargeChange change) implements LargeChangeAct {}
}
