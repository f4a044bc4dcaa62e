package nl.poort25.exemption;

import java.util.Collection;
import java.util.Map;

/**
 * Knows what a host outside saw of openings: implemented by the points, above. That these hold an
 * opening is the word of one table: another on the way may close what it opens.
 */
public interface OutsideView {
  /**
   * What was seen since they are open, by the ids of the openings; nothing of those not tried.
   *
   * @param open none that an open case covers, and none that is to be closed
   */
  Map<Long, Sighting> seen(Collection<Opening> open);
}
