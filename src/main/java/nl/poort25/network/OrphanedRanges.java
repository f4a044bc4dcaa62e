package nl.poort25.network;

import java.util.List;

/**
 * The ranges of connections and the openings that would lie outside the provider's network if
 * prefixes were removed.
 *
 * @param ranges current ones of connections, with these and their partners
 * @param uses what is open on, or asked for, what is lost
 */
public record OrphanedRanges(List<ConnectionRange> ranges, List<AddressUse> uses) {
  private static final int SHOWN = 100;

  public boolean isNothing() {
    return ranges.isEmpty() && uses.isEmpty();
  }

  public List<ConnectionRange> shown() {
    return ranges.subList(0, Math.min(SHOWN, ranges.size()));
  }

  public int more() {
    return ranges.size() - shown().size();
  }
}
