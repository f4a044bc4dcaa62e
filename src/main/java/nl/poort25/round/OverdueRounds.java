package nl.poort25.round;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Tracks which background rounds are overdue on this node, whether they hang, fail each time or
 * never start. Measured by {@link System#nanoTime()}, which no clock change affects.
 */
@ApplicationScoped
public class OverdueRounds {
  private final Map<Round, Long> due = new ConcurrentHashMap<>();
  LongSupplier nanos = System::nanoTime;

  void startWatching(Round round) {
    due.put(round, nanos.getAsLong() + round.first().toNanos());
  }

  /** One has come to a good end. */
  void recordGoodEnd(Round round) {
    due.computeIfPresent(round, (r, old) -> nanos.getAsLong() + round.pause().toNanos());
  }

  void stopWatching(Round round) {
    due.remove(round);
  }

  /** Those that are late now. */
  public Set<Round> late() {
    long now = nanos.getAsLong();
    var late = EnumSet.noneOf(Round.class);
    due.forEach(
        (round, since) -> {
          if (now - since > round.late().toNanos()) {
            late.add(round);
          }
        });
    return late;
  }
}
