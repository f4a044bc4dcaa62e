package nl.poort25.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Queue for large bodies: while one is processed it takes several times its size in memory, so that
 * only as many run at once as fit. Small bodies pass at once; none of them blocks a thread.
 */
final class MemoryBudget {
  /** Bytes of a body that is none of the large ones. */
  private static final long SMALL = 1024L * 1024;

  /** Bytes of all that is worked on at once; a larger one is alone. */
  private static final long MOST = 32L * 1024 * 1024;

  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** Since when, by {@link System#nanoTime()}; in the order in which they came. */
  private final Map<BodyReceiver, Long> waiting = new LinkedHashMap<>();

  private final Map<BodyReceiver, Long> inside = new HashMap<>();

  /** A whole body comes; returns those that go on now, which it may be itself. */
  synchronized List<BodyReceiver> enter(BodyReceiver one, long now) {
    if (bytes(one) <= SMALL) {
      return List.of(one);
    }
    waiting.put(one, now);
    return next();
  }

  /** It is done with, or its client is gone; returns those that go on now. */
  synchronized List<BodyReceiver> leave(BodyReceiver one) {
    waiting.remove(one);
    inside.remove(one);
    return next();
  }

  /** Those that waited for too long, which wait no more. */
  synchronized List<BodyReceiver> late(long now) {
    var late = new ArrayList<BodyReceiver>();
    waiting.forEach(
        (one, since) -> {
          if (now - since > LONGEST.toNanos()) {
            late.add(one);
          }
        });
    late.forEach(waiting::remove);
    return late;
  }

  private List<BodyReceiver> next() {
    var next = new ArrayList<BodyReceiver>();
    for (var one : waiting.keySet()) {
      long taken = inside.values().stream().mapToLong(Long::longValue).sum();
      if (taken > 0 && taken + bytes(one) > MOST) {
        break;
      }
      inside.put(one, bytes(one));
      next.add(one);
    }
    next.forEach(waiting::remove);
    return next;
  }

  private static long bytes(BodyReceiver one) {
    return one.isPacked() ? MOST : one.announced();
  }
}
