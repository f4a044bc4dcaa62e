package nl.poort25.web;

import java.util.HashMap;
import java.util.Map;

/**
 * Limits how many long tasks run at the same time, in all and per requester. Who exceeds his share
 * is refused, not queued.
 */
public final class ConcurrencyLimit {
  private final int most;
  private final int mostEach;
  private final Map<Object, Integer> each = new HashMap<>();
  private int all;

  public ConcurrencyLimit(int most, int mostEach) {
    this.most = most;
    this.mostEach = mostEach;
  }

  /** Whether it may begin; whoever was let in must leave. */
  public synchronized boolean tryEnter(Object who) {
    int his = each.getOrDefault(who, 0);
    if (all >= most || his >= mostEach) {
      return false;
    }
    all++;
    each.put(who, his + 1);
    return true;
  }

  public synchronized void leave(Object who) {
    all--;
    each.computeIfPresent(who, (key, count) -> count == 1 ? null : count - 1);
  }
}
