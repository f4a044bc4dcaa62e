package nl.poort25.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.poort25.web.Suspicion;

/**
 * Counts suspicious events in memory until they are written, so that a flood costs one addition
 * each and no request waits for the database. Per kind and hour at most {@link #MOST} pairs of
 * address and account are told apart; the rest is counted together.
 */
final class SecurityCounts {
  static final int MOST = 200;

  record Key(Instant hour, Suspicion.Kind kind, String address, String who) {}

  record Count(long times, Instant first, Instant last, String place) {
    Count and(Count later) {
      return new Count(times + later.times, first, later.last, later.place);
    }
  }

  private record Hour(Instant begin, Suspicion.Kind kind) {}

  private final Map<Hour, Set<Key>> known = new HashMap<>();
  private Map<Key, Count> counts = new HashMap<>();

  synchronized void add(Suspicion seen, Instant now) {
    var hour = now.truncatedTo(ChronoUnit.HOURS);
    var key = key(hour, seen);
    counts.merge(key, new Count(1, now, now, seen.place()), Count::and);
  }

  private Key key(Instant hour, Suspicion seen) {
    var key = new Key(hour, seen.kind(), seen.address(), seen.who());
    var those = known.get(new Hour(hour, seen.kind()));
    if (those == null) {
      known.keySet().removeIf(h -> !h.begin.equals(hour)); // hours that are over
      those = known.computeIfAbsent(new Hour(hour, seen.kind()), h -> new HashSet<>());
    }
    if (those.contains(key)) {
      return key;
    }
    if (those.size() >= MOST) {
      return new Key(hour, seen.kind(), "", "");
    }
    those.add(key);
    return key;
  }

  /** What has been seen since the last time, for the database. */
  synchronized Map<Key, Count> take() {
    var taken = counts;
    counts = new HashMap<>();
    return taken;
  }

  /** What could not be written, for the next time. */
  synchronized void putBack(Map<Key, Count> taken) {
    taken.forEach((key, count) -> counts.merge(key, count, (newer, older) -> older.and(newer)));
  }
}
