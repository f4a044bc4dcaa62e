package nl.poort25.exemption;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Asks for which lines people confirm what port 25 does: for all of them, unless whoever knows the
 * enforcement points answers that these report it, or have not carried it out yet.
 */
public final class ByHand {
  private final Collection<Opening> asked;
  private final Set<Long> refused = new HashSet<>();

  public ByHand(Collection<Opening> asked) {
    this.asked = asked;
  }

  public Collection<Opening> asked() {
    return asked;
  }

  /** The points report it. */
  public void isReported(Opening opening) {
    refused.add(opening.getId());
  }

  public boolean isFor(Opening opening) {
    return !refused.contains(opening.getId());
  }

  boolean isFor(Collection<Opening> openings) {
    return openings.stream().allMatch(this::isFor);
  }
}
