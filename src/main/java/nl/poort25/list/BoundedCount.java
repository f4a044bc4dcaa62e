package nl.poort25.list;

import nl.poort25.text.Text;

/**
 * How many there are, counted no further than to a limit: to count a million takes longer than to
 * show some.
 *
 * @param number how many were counted
 * @param isMore whether there may be more than that
 */
public record BoundedCount(int number, boolean isMore) {
  public static final BoundedCount ZERO = of(0);

  /** Exactly so many. */
  public static BoundedCount of(int number) {
    return new BoundedCount(number, false);
  }

  /**
   * @param found of at most one more than are counted
   * @param searched whether some were not looked at
   */
  static BoundedCount of(int found, int most, boolean searched) {
    return new BoundedCount(Math.min(found, most), found > most || searched);
  }

  public BoundedCount plus(BoundedCount other) {
    return new BoundedCount(number + other.number, isMore || other.isMore);
  }

  /** Without so many of them. */
  public BoundedCount without(int some) {
    return new BoundedCount(Math.max(0, number - some), isMore);
  }

  public boolean isZero() {
    return number == 0 && !isMore;
  }

  /** The number, with a plus where there are more. */
  public Text text() {
    return Text.of(isMore ? "web.count.more" : "web.plain", number);
  }

  /**
   * A text whose first argument is the number, for its plural, and whose second is what is said.
   */
  public Text say(String key) {
    return Text.of(key, isMore ? number + 1 : number, text());
  }
}
