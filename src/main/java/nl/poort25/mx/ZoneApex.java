package nl.poort25.mx;

import java.util.List;
import java.util.Optional;
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
  static Optional<Name> of(StubResolver exchange, Name name, long deadline) {
    Name asked = name;
    try {
      for (int i = 0; i < MOST_ASKED && asked.labels() > 2; i++) {
        var said =
            new DnsResponse(exchange.ask(Record.newRecord(asked, Type.SOA, DClass.IN), deadline));
        List<SOARecord> here = said.of(asked, SOARecord.class);
        if (!here.isEmpty()) {
          return Optional.of(asked);
        }
        if (said.of(asked, CNAMERecord.class).isEmpty() && said.zone(asked).isPresent()) {
          return said.zone(asked);
        }
        // of an alias it was said where that leads
        asked = new Name(asked, 1);
      }
    } catch (Unanswered e) {
      // then nobody knows
    }
    return Optional.empty();
  }
}
