package nl.poort25.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Log filter that writes the same warning or error once a minute, and limits how many different
 * ones are written in a minute, so that an outage of the database does not fill the disk.
 */
@ApplicationScoped
class RepeatedLogFilter {
  /** Warnings and errors a minute, of whatever kinds. */
  static final int MOST = 100;

  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  void start(@Observes Startup event) {
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      handler.setFilter(new OnceAMinute(handler, System::nanoTime));
    }
  }

  void end(@Observes Shutdown event) {
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      if (handler.getFilter() instanceof OnceAMinute ours) {
        handler.setFilter(ours.before);
      }
    }
  }

  /** For one handler. */
  static final class OnceAMinute implements Filter {
    private final Handler handler;
    private final Filter before;
    private final RecentRepeats repeats;
    private final LongSupplier nanos;
    private LogRecord last;
    private boolean lastSaid;
    private long minute;
    private int said;
    private int unsaid;

    /**
     * @param nanos a clock that nobody sets back
     */
    OnceAMinute(Handler handler, LongSupplier nanos) {
      this.handler = handler;
      this.before = handler.getFilter();
      this.nanos = nanos;
      repeats = new RecentRepeats(nanos);
      minute = nanos.getAsLong();
    }

    /** A handler may ask more than once for a line; that of a file asks twice. */
    @Override
    public synchronized boolean isLoggable(LogRecord line) {
      if (line != last) {
        lastSaid = isSaid(line);
        last = line;
      }
      return lastSaid;
    }

    private boolean isSaid(LogRecord line) {
      if (before != null && !before.isLoggable(line)) {
        return false;
      }
      if (line.getThrown() != null && ClientFault.isClientFault(line.getThrown())) {
        return false;
      }
      if (line.getLevel().intValue() < Level.WARNING.intValue()) {
        return true;
      }
      var turn = repeats.turn(kind(line), "");
      if (!turn.isNew() || !hasRoom()) {
        return false;
      }
      if (turn.leftOut() > 0) {
        handler.publish(note(turn.leftOut() + " lines like the next one were left out", line));
      }
      return true;
    }

    private boolean hasRoom() {
      long now = nanos.getAsLong();
      if (now - minute >= MINUTE) {
        minute = now;
        said = 0;
        if (unsaid > 0) {
          handler.publish(note(unsaid + " lines of the minutes before were left out", last));
        }
        unsaid = 0;
      }
      if (said < MOST) {
        said++;
        return true;
      }
      unsaid++;
      return false;
    }

    private static String kind(LogRecord line) {
      return line.getThrown() == null
          ? line.getLoggerName()
              + " "
              + line.getMessage()
              + " "
              + java.util.Arrays.toString(line.getParameters())
          : line.getLoggerName() + " " + RecentRepeats.kind(line.getThrown());
    }

    private static LogRecord note(String text, LogRecord like) {
      var line = new LogRecord(Level.INFO, text);
      line.setLoggerName(like.getLoggerName());
      return line;
    }
  }
}
