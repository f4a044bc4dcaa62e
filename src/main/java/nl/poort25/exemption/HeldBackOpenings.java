package nl.poort25.exemption;

import java.util.Collection;

/**
 * Knows which openings are not as was decided, since nothing may change at a point yet: implemented
 * by the points, above. Until then no page says that they are open.
 */
public interface HeldBackOpenings {
  HeldBackLines of(Collection<Opening> openings);
}
