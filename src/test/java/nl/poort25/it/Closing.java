package nl.poort25.it;

/** Ends what a test has started. */
public final class Closing {
  private Closing() {}

  /**
   * @param started in the order in which they are to end; null for one that was never started
   */
  public static void all(AutoCloseable... started) {
    for (var one : started) {
      try {
        if (one != null) {
          one.close();
        }
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
