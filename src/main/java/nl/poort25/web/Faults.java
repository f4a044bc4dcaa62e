package nl.poort25.web;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ThreadLocalRandom;

/** The log of what went wrong inside, under an id that the error page shows. */
final class Faults {
  private Faults() {}

  static String log(Logger log, Level level, Throwable fault) {
    String id =
        Long.toString(ThreadLocalRandom.current().nextLong(36L * 36 * 36 * 36 * 36 * 36), 36);
    log.log(level, "fault " + id, fault);
    return id;
  }
}
