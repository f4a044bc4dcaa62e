package nl.poort25.mx;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nl.poort25.mx.StubResolver.Unanswered;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/**
 * Finds the apex of the zone that a name lies in by its SOA record (RFC 1034, 4.2; RFC 2308, 3).
 */
final class ZoneApex {
  /** An alias is no top of a zone, nor is one above it, mostly. */
  private static final int MOST_ASKED = 4;

  private ZoneApex() {}

  /**
   * The top of the zone, be it the name itself, where a resolver said so.
   *
   * @param deadline by {@link System#nanoTime()}
   */
  static CompletableFuture<Optional<Name>> of(StubResolver exchange, Name name, long deadline) {
    return of(exchange, name, deadline, MOST_ASKED)
        .exceptionally(
            failure -> {
              Unanswered.causeOf(failure);
              return Optional.empty(); // then nobody knows
            });
  }

  private static CompletableFuture<Optional<Name>> of(
      StubResolver exchange, Name asked, long deadline, int most) {
    if (most == 0 || asked.labels() <= 2) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    return exchange
        .ask(Record.newRecord(asked, Type.SOA, DClass.IN), deadline)
        .thenApply(DnsResponse::new)
        .thenCompose(
            said -> {
              var top = top(asked, said);
              // of an alias it was said where that leads
              return top.isPresent()
                  ? CompletableFuture.completedFuture(top)
                  : of(exchange, new Name(asked, 1), deadline, most - 1);
            });
  }

  private static Optional<Name> top(Name asked, DnsResponse said) {
    if (!said.of(asked, SOARecord.class).isEmpty()) {
      return Optional.of(asked);
    }
    return said.of(asked, CNAMERecord.class).isEmpty() ? said.zone(asked) : Optional.empty();
  }
}
