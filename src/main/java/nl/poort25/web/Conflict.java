package nl.poort25.web;

/**
 * The thing is no longer in the state that the request was made for: a second tab, a second person,
 * a double click. The answer is a 409 that says so.
 */
public class Conflict extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Conflict(String message) {
    super(message);
  }

  /** Whether it is one, or comes from one. */
  public static boolean isConflict(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof Conflict) {
        return true;
      }
    }
    return false;
  }
}
