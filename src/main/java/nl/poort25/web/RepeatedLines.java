package nl.poort25.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Keeps warnings and errors that come again and again out of the log, but for one a minute: with a
 * database that is away the container, Hibernate and every round would write theirs each second,
 * onto a disk that may be the one that is full. Lines without an exception are the same if they say
 * the same, word for word; those with one, if it has the same cause.
 */
@ApplicationScoped
class RepeatedLines {
  void start(@Observes Startup event) {
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      handler.setFilter(new OnceAMinute(handler, new Repeats(System::nanoTime)));
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
    private final Repeats repeats;
    private LogRecord last;
    private boolean lastSaid;

    OnceAMinute(Handler handler, Repeats repeats) {
      this.handler = handler;
      this.before = handler.getFilter();
      this.repeats = repeats;
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
      if (line.getLevel().intValue() < Level.WARNING.intValue()) {
        return true;
      }
      var turn = repeats.turn(kind(line), "");
      if (turn.leftOut() > 0) {
        handler.publish(leftOut(turn.leftOut(), line));
      }
      return turn.isNew();
    }

    private static String kind(LogRecord line) {
      return line.getThrown() == null
          ? line.getLoggerName()
              + " "
              + line.getMessage()
              + " "
              + java.util.Arrays.toString(line.getParameters())
          : line.getLoggerName() + " " + Repeats.kind(line.getThrown());
    }

    private static LogRecord leftOut(int lines, LogRecord like) {
      var line = new LogRecord(Level.INFO, lines + " lines like the next one were left out");
      line.setLoggerName(like.getLoggerName());
      return line;
    }
  }
}
