package nl.poort25.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Which rounds are late on this node: those that have come to no good end for longer than they may,
 * whether one hangs, fails each time or never begins. By {@link System#nanoTime()}, which nobody
 * sets back.
 */
@ApplicationScoped
public class Lateness {
  private final Map<Round, Long> due = new ConcurrentHashMap<>();
  LongSupplier nanos = System::nanoTime;

  void begins(Round round) {
    due.put(round, nanos.getAsLong() + round.first().toNanos());
  }

  /** One has come to a good end. */
  void recordGoodEnd(Round round) {
    due.computeIfPresent(round, (r, old) -> nanos.getAsLong() + round.pause().toNanos());
  }

  void ends(Round round) {
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
