package nl.poort25.mx;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/**
 * What one message says of a name; of the rest that a server may send along, nothing is believed.
 */
record Said(Message message) {
  boolean noName() {
    return message.getRcode() == Rcode.NXDOMAIN;
  }

  <T extends Record> List<T> of(Name owner, Class<T> kind) {
    return in(Section.ANSWER, kind).filter(record -> record.getName().equals(owner)).toList();
  }

  Optional<CNAMERecord> alias(Name owner) {
    return of(owner, CNAMERecord.class).stream().findFirst();
  }

  /** RFC 2308, 5; empty without the SOA of a zone that the name lies in. */
  Optional<Duration> negativeTtl(Name owner) {
    return in(Section.AUTHORITY, SOARecord.class)
        .filter(soa -> owner.subdomain(soa.getName()))
        .map(soa -> seconds(Math.min(valid(soa.getTTL()), valid(soa.getMinimum()))))
        .findFirst();
  }

  /** The set's TTL is the lowest one (RFC 2181, 5.2). */
  static Duration ttl(List<? extends Record> set) {
    return seconds(set.stream().mapToLong(record -> valid(record.getTTL())).min().orElse(0));
  }

  private <T extends Record> Stream<T> in(int section, Class<T> kind) {
    return message.getSection(section).stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(record -> record.getDClass() == DClass.IN);
  }

  // RFC 2181, 8: with the top bit set it is to be taken as zero
  private static long valid(long ttl) {
    return ttl > Integer.MAX_VALUE ? 0 : ttl;
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
