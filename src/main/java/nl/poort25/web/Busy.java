package nl.poort25.web;

/** Too many tasks of a kind are running: answered with 503, to be tried again soon. */
public final class Busy extends RuntimeException {
  public Busy(String with) {
    super("busy with " + with, null, false, false);
  }
}
