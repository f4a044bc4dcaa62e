package nl.poort25.web;

/** There is too much of something under way to begin with more: a 503, to be tried again soon. */
public final class Busy extends RuntimeException {
  public Busy(String with) {
    super("busy with " + with, null, false, false);
  }
}
