package nl.poort25.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import nl.poort25.enforcement.Alarm;

/**
 * Reads the figures anew when the last ones are older than {@link #FRESH}, so that one scrape,
 * which asks for each by itself, reads them once. Without a database each is not a number.
 */
@ApplicationScoped
class RecentFigures {
  private static final Logger LOG = System.getLogger(RecentFigures.class.getName());
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final Duration KNOWN = Duration.ofMinutes(1);

  private Figures figures;
  private LongSupplier nanoTime;
  private volatile long readAt;
  private volatile boolean asked;
  private volatile Figures.Read last;
  private final AtomicBoolean reading = new AtomicBoolean();

  /** The oldest decision that is in no generation, and since when this node knows of it. */
  private OptionalLong change = OptionalLong.empty();

  private long changeSince;

  protected RecentFigures() {}

  @Inject
  RecentFigures(Figures figures) {
    this(figures, System::nanoTime);
  }

  RecentFigures(Figures figures, LongSupplier nanoTime) {
    this.figures = figures;
    this.nanoTime = nanoTime;
  }

  synchronized double number(Figure figure) {
    var read = recent();
    if (read == null) {
      return Double.NaN;
    }
    return figure == Figure.CHANGES_OLDEST_UNMADE_SECONDS
        ? change.isEmpty() ? 0 : Figures.seconds(Duration.ofNanos(readAt - changeSince))
        : read.numbers().get(figure);
  }

  synchronized double alarms(Alarm.Kind kind) {
    var read = recent();
    return read == null ? Double.NaN : read.alarms().get(kind);
  }

  /** As last read, in the last minute where that could be; empty where nothing was. */
  OptionalLong lastKnown(Figure figure) {
    var known = known();
    return known == null
        ? OptionalLong.empty()
        : OptionalLong.of(known.numbers().get(figure).longValue());
  }

  OptionalLong lastKnown(Alarm.Kind kind) {
    var known = known();
    return known == null
        ? OptionalLong.empty()
        : OptionalLong.of(known.alarms().get(kind).longValue());
  }

  /** Nobody waits for another who reads: a balancer asks each second, and must have its answer. */
  private Figures.Read known() {
    boolean old = !asked || nanoTime.getAsLong() - readAt >= KNOWN.toNanos();
    if (old && reading.compareAndSet(false, true)) {
      try {
        synchronized (this) {
          recent();
        }
      } finally {
        reading.set(false);
      }
    }
    return last;
  }

  private Figures.Read recent() {
    long now = nanoTime.getAsLong();
    if (!asked || now - readAt >= FRESH.toNanos()) {
      asked = true;
      readAt = now;
      last = read();
    }
    return last;
  }

  private Figures.Read read() {
    try {
      var read = figures.read();
      if (!read.oldestChange().equals(change)) {
        change = read.oldestChange();
        changeSince = readAt;
      }
      return read;
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the figures of the monitoring could not be read", e);
      return null;
    }
  }
}
