package nl.poort25.exemption;

import java.util.Collection;
import java.util.Map;

/**
 * Knows what probers outside the network saw of openings; implemented by point, above. A firewall's
 * read-back alone does not show that the whole way is open.
 */
public interface OutsideCheckSource {
  /**
   * What was seen since they are open, by the ids of the openings; nothing of those not tried.
   *
   * @param open none that an open case covers, and none that is to be closed
   */
  Map<Long, OutsideCheckResult> seen(Collection<Opening> open);
}
