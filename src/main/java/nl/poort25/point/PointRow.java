package nl.poort25.point;

/**
 * A point with its status and its numbers, for a list.
 *
 * @param wanted number of the state that it is to hold; 0 for none
 * @param holds number of the state that it says it holds, made here or not; 0 for none
 */
public record PointRow(Point point, long wanted, long holds, PointStatus standing) {
  /** What a list shows of it; null for none. */
  public Long toHold() {
    return wanted == 0 || point.getFormat().isProber() ? null : Long.valueOf(wanted);
  }
}
