package nl.poort25.enforcement;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import nl.poort25.state.EnforcementTarget;

/**
 * Says which generation each point had applied, by its read-back. Implemented by the package of the
 * points, which lies above this one.
 */
public interface AppliedGenerations {
  /**
   * @param number of the last generation that its read-back was found to be
   * @param since when that was first found
   */
  record Holder(String point, long number, Instant since) {}

  /** The points of a target at that moment, by name. */
  List<Holder> at(EnforcementTarget target, Instant moment);

  /**
   * The lowest number of a generation that a point in use has, has fetched or says it has, or that
   * any point is known to have had; empty for none.
   */
  OptionalLong first(EnforcementTarget target);
}
