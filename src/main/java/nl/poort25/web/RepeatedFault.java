package nl.poort25.web;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;

/** Writes a fault that comes back many times a minute into the log once a minute, with a count. */
final class RepeatedFault {
  private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);
  private final Logger log;
  private String last;
  private long loggedAt;
  private long since;

  RepeatedFault(Logger log) {
    this.log = log;
  }

  synchronized void log(String what, Throwable fault) {
    long now = System.nanoTime();
    if (fault.toString().equals(last) && now - loggedAt < PAUSE) {
      since++;
      return;
    }
    log.log(Level.ERROR, since == 0 ? what : what + " (and " + since + " times before)", fault);
    last = fault.toString();
    loggedAt = now;
    since = 0;
  }
}
