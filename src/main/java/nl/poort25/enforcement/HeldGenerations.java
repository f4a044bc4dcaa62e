package nl.poort25.enforcement;

import java.time.Instant;
import java.util.List;
import nl.poort25.state.Target;

/** Knows what each point was found to hold: implemented by those, above this package. */
public interface HeldGenerations {
  /**
   * @param number of the last generation that its read-back was found to be
   * @param since when that was first found
   */
  record Holder(String point, long number, Instant since) {}

  /** The points of a target at that moment, by name. */
  List<Holder> at(Target target, Instant moment);
}
