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
}
