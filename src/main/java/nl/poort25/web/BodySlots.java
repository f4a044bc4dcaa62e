package nl.poort25.web;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Limits the bodies that arrive at once. A new one always gets a slot; when none is free, the
 * longest-running body of the client that has most is evicted.
 */
final class BodySlots {
  private final int most;
  private final long mostBytes;
  private final Set<BodyReceiver> arriving = new LinkedHashSet<>();
  private final Map<BodyReceiver, Long> received = new HashMap<>();
  private long bytes;

  /**
   * @param most bodies that arrive at once
   * @param mostBytes received of those, and of those that are worked on
   */
  BodySlots(int most, long mostBytes) {
    this.most = most;
    this.mostBytes = mostBytes;
  }

  /** Takes a place; returns the one that is to give way. */
  synchronized Optional<BodyReceiver> enter(BodyReceiver one) {
    var leaves =
        arriving.size() < most ? Optional.<BodyReceiver>empty() : oldestOfTheMost(each -> 1);
    arriving.add(one);
    return leaves;
  }

  /** So much more was received of it; returns the one that is to give way. */
  synchronized Optional<BodyReceiver> countReceived(BodyReceiver one, int count) {
    bytes += count;
    received.merge(one, (long) count, Long::sum);
    return bytes <= mostBytes
        ? Optional.empty()
        : oldestOfTheMost(each -> received.getOrDefault(each, 0L));
  }

  private Optional<BodyReceiver> oldestOfTheMost(ToLongFunction<BodyReceiver> share) {
    var shares = new HashMap<String, Long>();
    arriving.forEach(one -> shares.merge(one.from(), share.applyAsLong(one), Long::sum));
    var client = shares.entrySet().stream().max(Map.Entry.comparingByValue());
    var oldest =
        client.flatMap(
            entry ->
                arriving.stream().filter(one -> one.from().equals(entry.getKey())).findFirst());
    oldest.ifPresent(arriving::remove);
    return oldest;
  }

  /** It arrives no more; its bytes are still there. */
  synchronized void leave(BodyReceiver one) {
    arriving.remove(one);
  }

  /** Its bytes are gone too. */
  synchronized void forget(BodyReceiver one) {
    arriving.remove(one);
    var count = received.remove(one);
    bytes -= count == null ? 0 : count;
  }

  /** Those that take too long. */
  synchronized Set<BodyReceiver> late(long now) {
    var late = new LinkedHashSet<>(arriving);
    late.removeIf(one -> !one.isLate(now));
    return late;
  }
}
