package nl.poort25.mx;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import nl.poort25.mx.DnsAnswer.Found;

/**
 * Recovers the full TTL of an answer from a resolver's cache, which counts it down: somebody else
 * may have fetched the record just before a change and keep it for the whole TTL.
 */
final class OriginalTtl {
  /** TTLs are whole seconds, and an answer takes its time. */
  private static final Duration ROUNDING = Duration.ofSeconds(3);

  private OriginalTtl() {}

  /**
   * The answer with the longest TTL that is known to hold for it: an answer that says the same and
   * runs out at the same moment as the one before is that one, from the cache.
   *
   * @param before null for none; its TTL as this method gave it
   * @param beforeUntil until when the one before might be kept
   */
  static DnsAnswer<MxRecord> of(
      DnsAnswer<MxRecord> answer, Instant now, DnsAnswer<MxRecord> before, Instant beforeUntil) {
    if (before == null || beforeUntil == null || !saysTheSame(answer, before)) {
      return answer;
    }
    return answer
        .visibleFrom(now)
        .filter(until -> Duration.between(beforeUntil, until).abs().compareTo(ROUNDING) <= 0)
        .map(until -> before)
        .orElse(answer);
  }

  private static boolean saysTheSame(DnsAnswer<MxRecord> one, DnsAnswer<MxRecord> other) {
    if (one instanceof Found<MxRecord> a && other instanceof Found<MxRecord> b) {
      return a.owner().equals(b.owner()) && Set.copyOf(a.records()).equals(Set.copyOf(b.records()));
    }
    return one.getClass() == other.getClass();
  }
}
