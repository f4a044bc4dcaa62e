package nl.poort25.mx;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The result of a DNS lookup: records, no such record, NXDOMAIN, or unavailable. Its owner is the
 * name asked, or the one that its aliases (CNAME, DNAME) lead to.
 */
public sealed interface DnsAnswer<R> {
  /** Why nothing can be said, the more telling one first. */
  enum Cause {
    SERVFAIL,
    REFUSED,
    /** the server neither knows the zone nor looks further */
    LAME,
    MALFORMED,
    TOO_MANY_RECORDS,
    TOO_MANY_ALIASES,
    /** at one name two that lead to different ones (RFC 2181, 10.1) */
    TWO_ALIASES,
    /** what a DNAME makes of the name is longer than the DNS allows (RFC 6672, 2.2) */
    TOO_LONG_ALIAS,
    TIMEOUT,
    UNREACHABLE,
    OTHER
  }

  /** At least one record; the TTL is the set's, or an alias's on the way if that is longer. */
  record Found<R>(String owner, List<R> records, Duration ttl) implements DnsAnswer<R> {
    public Found {
      records = List.copyOf(records);
      if (records.isEmpty()) {
        throw new IllegalArgumentException("found without records");
      }
    }

    @Override
    public Optional<Instant> visibleFrom(Instant change) {
      return Optional.of(change.plus(ttl));
    }
  }

  /** The name exists. The TTL is the negative one; none where the server gave no SOA. */
  record NoData<R>(String owner, Optional<Duration> ttl) implements DnsAnswer<R> {
    @Override
    public Optional<Instant> visibleFrom(Instant change) {
      return ttl.map(change::plus);
    }
  }

  /** NXDOMAIN. */
  record NxDomain<R>(String owner, Optional<Duration> ttl) implements DnsAnswer<R> {
    @Override
    public Optional<Instant> visibleFrom(Instant change) {
      return ttl.map(change::plus);
    }
  }

  record Unavailable<R>(Cause cause) implements DnsAnswer<R> {
    @Override
    public Optional<Instant> visibleFrom(Instant change) {
      return Optional.empty();
    }
  }

  /** The same answer with each record read as something else. */
  default <S> DnsAnswer<S> map(Function<R, S> read) {
    if (this instanceof Found<R> found) {
      return new Found<>(found.owner, found.records.stream().map(read).toList(), found.ttl);
    } else if (this instanceof NoData<R> none) {
      return new NoData<>(none.owner, none.ttl);
    } else if (this instanceof NxDomain<R> none) {
      return new NxDomain<>(none.owner, none.ttl);
    }
    return new Unavailable<>(((Unavailable<R>) this).cause);
  }

  /**
   * From when nobody sees this answer any more, if the zone was changed at that moment: one TTL
   * after the change, not after a check. Empty where no TTL is known.
   */
  Optional<Instant> visibleFrom(Instant change);
}
