package nl.poort25.mx;

/**
 * Tells resolvers that answer nothing from names whose own servers do not. Lasts while nothing is
 * asked: after a failed look a name is not due again for minutes.
 */
final class ResolverSilence {
  /** So many names in a row may have dead servers. */
  static final int FEW = 10;

  private int unheard;

  /**
   * Takes what came of a round, and returns whether the resolvers are silent.
   *
   * @param looked how many names it asked for
   * @param heard whether anything was said of any
   */
  boolean record(int looked, boolean heard) {
    unheard = heard ? 0 : Math.min(unheard + looked, FEW + 1);
    return unheard > FEW;
  }
}
