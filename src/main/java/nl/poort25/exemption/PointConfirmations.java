package nl.poort25.exemption;

import java.util.Collection;
import java.util.Set;

/** Knows what the enforcement points confirm by themselves: implemented by those, above. */
public interface PointConfirmations {
  /**
   * Those of the openings that nobody may confirm by hand: the points report them, or have not
   * carried them out yet.
   *
   * @return ids
   */
  Set<Long> awaited(Collection<Opening> toDo);
}
