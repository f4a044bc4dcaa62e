package nl.poort25.exemption;

import java.util.Collection;

/**
 * Knows which openings differ at a held point from what was decided; implemented by point, above.
 * No page says that they are open.
 */
public interface HeldPointCheck {
  HeldPointDifferences of(Collection<Opening> openings);
}
