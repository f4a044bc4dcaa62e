package nl.poort25.web;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The log of what went wrong inside, under an id that the error page shows. The same fault within a
 * minute has the same id and is logged once.
 */
public final class Faults {
  /** The attribute of a request that failed before it came to a resource: what was thrown. */
  public static final String ATTRIBUTE = "nl.poort25.fault";

  private static final RecentRepeats REPEATS = new RecentRepeats(System::nanoTime);

  private Faults() {}

  /**
   * @param fault null where the container does not say
   */
  static String log(Logger log, Level level, Throwable fault) {
    String id =
        Long.toString(ThreadLocalRandom.current().nextLong(36L * 36 * 36 * 36 * 36 * 36), 36);
    if (fault == null) {
      log.log(level, "fault " + id);
      return id;
    }
    var turn = REPEATS.turn(RecentRepeats.kind(fault), id);
    if (turn.isNew()) {
      log.log(
          level,
          "fault "
              + id
              + (turn.leftOut() == 0 ? "" : ", and " + turn.leftOut() + " of its kind before"),
          fault);
    }
    return turn.id();
  }
}
