package nl.poort25.web;

import java.util.function.Supplier;

/** Two requests at the same row: the database refuses one of them, which then judges anew. */
public final class Retry {
  private Retry() {}

  /**
   * @param transaction a call that is one transaction of its own
   */
  public static <T> T onCollision(Supplier<T> transaction) {
    for (int tries = 1; ; tries++) {
      try {
        return transaction.get();
      } catch (RuntimeException e) {
        if (tries == 5 || !FaultMapper.collides(e)) {
          throw e;
        }
      }
    }
  }
}
