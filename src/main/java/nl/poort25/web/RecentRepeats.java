package nl.poort25.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Remembers what was logged within the last minute, so that it is logged once. */
final class RecentRepeats {
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
  private static final int MOST = 1000;

  /** Said at that moment, under that id, and wanted so many times more since. */
  private static final class Said {
    private final long at;
    private final String id;
    private int again;

    Said(long at, String id) {
      this.at = at;
      this.id = id;
    }
  }

  /**
   * What to do with something that is to be said.
   *
   * @param id under which it was said first in this minute
   * @param isNew whether that is now
   * @param leftOut how many times it was not said since it was said last, where it is said now
   */
  record Turn(String id, boolean isNew, int leftOut) {}

  private final LongSupplier nanos;
  private final Map<String, Said> said =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Said> eldest) {
          return size() > MOST;
        }
      };

  /**
   * @param nanos a clock that nobody sets back
   */
  RecentRepeats(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * @param what the same for what is to be said once
   * @param id for it, if it is said now
   */
  synchronized Turn turn(String what, String id) {
    long now = nanos.getAsLong();
    var before = said.get(what);
    if (before != null && now - before.at < MINUTE) {
      before.again++;
      return new Turn(before.id, false, 0);
    }
    said.remove(what);
    said.put(what, new Said(now, id));
    return new Turn(id, true, before == null ? 0 : before.again);
  }

  /** The kind of a fault: the same for two that one cause has, wherever they showed. */
  static String kind(Throwable fault) {
    var database = DatabaseFault.of(fault);
    if (database != null) {
      return database.name();
    }
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return fault.getClass().getName()
        + " "
        + root.getClass().getName()
        + " "
        + ("" + root.getMessage()).replaceAll("\\d+", "0")
        + " "
        + place(root);
  }

  private static String place(Throwable fault) {
    for (var frame : fault.getStackTrace()) {
      if (frame.getClassName().startsWith("nl.poort25.")) {
        return frame.toString();
      }
    }
    return "";
  }
}
