package nl.poort25.mx;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.poort25.mx.DnsAnswer.Cause;
import nl.poort25.mx.StubResolver.Unanswered;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/**
 * Reads records, aliases, TTLs and zones from one DNS message. Only records of the name asked are
 * believed.
 */
record DnsResponse(Message message) {
  boolean isNxDomain() {
    return message.getRcode() == Rcode.NXDOMAIN;
  }

  <T extends Record> List<T> of(Name owner, Class<T> kind) {
    return in(Section.ANSWER, kind).filter(record -> record.getName().equals(owner)).toList();
  }

  /** Where a name leads on, and for how long that may be remembered. */
  record Alias(Name target, Duration ttl) {}

  /**
   * Where the name leads on: by its CNAME, or by the DNAME of a name above it. Of the latter some
   * resolvers pass on no CNAME that was made of it (RFC 6672, 3.1).
   *
   * @throws Unanswered for two that lead to different names, of which nobody knows which counts
   */
  Optional<Alias> alias(Name owner) {
    var aliases = of(owner, CNAMERecord.class);
    if (aliases.stream().map(CNAMERecord::getTarget).distinct().count() > 1) {
      throw new Unanswered(Cause.TWO_ALIASES);
    }
    var above =
        in(Section.ANSWER, DNAMERecord.class)
            .filter(dname -> !owner.equals(dname.getName()) && owner.subdomain(dname.getName()))
            .max(Comparator.comparingInt(dname -> dname.getName().labels()));
    if (aliases.isEmpty()) {
      return above.isEmpty() ? Optional.empty() : Optional.of(below(above.get(), owner));
    }
    // one that was made of a DNAME may say a TTL of zero
    var ttl = ttl(above.isEmpty() ? aliases : List.of(above.get()));
    return Optional.of(new Alias(aliases.get(0).getTarget(), longer(ttl(aliases), ttl)));
  }

  private static Alias below(DNAMERecord above, Name owner) {
    try {
      return new Alias(owner.fromDNAME(above), ttl(List.of(above)));
    } catch (NameTooLongException e) {
      throw new Unanswered(Cause.TOO_LONG_ALIAS);
    }
  }

  static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** RFC 2308, 5; empty without the SOA of a zone that the name lies in. */
  Optional<Duration> negativeTtl(Name owner) {
    return in(Section.AUTHORITY, SOARecord.class)
        .filter(soa -> owner.subdomain(soa.getName()))
        .map(soa -> seconds(Math.min(valid(soa.getTTL()), valid(soa.getMinimum()))))
        .findFirst();
  }

  /** Where it says that there is none: of which zone (RFC 2308, 3), if the name lies in it. */
  Optional<Name> zone(Name owner) {
    return in(Section.AUTHORITY, SOARecord.class)
        .map(Record::getName)
        .filter(owner::subdomain)
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
