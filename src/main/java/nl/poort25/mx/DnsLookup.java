package nl.poort25.mx;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nl.poort25.mx.DnsAnswer.Cause;
import nl.poort25.mx.StubResolver.Unanswered;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/** One lookup of records of one kind, along the aliases of the name. */
final class DnsLookup<T extends Record> {
  /** More of one kind at one name is no use for mail, but trouble for whoever has to show it. */
  static final int MOST_RECORDS = 100;

  static final int MOST_ALIASES = 8;

  private final StubResolver exchange;
  private final int type;
  private final Class<T> kind;
  private Name owner;
  private int aliases;
  private Duration longestTtl = Duration.ZERO;

  DnsLookup(StubResolver exchange, Name asked, int type, Class<T> kind) {
    this.exchange = exchange;
    this.type = type;
    this.kind = kind;
    owner = asked;
  }

  /**
   * @param deadline by {@link System#nanoTime()}
   */
  CompletableFuture<DnsAnswer<T>> run(long deadline) {
    return exchange
        .ask(Record.newRecord(owner, type, DClass.IN), deadline)
        .thenCompose(said -> read(new DnsResponse(said), deadline));
  }

  private CompletableFuture<DnsAnswer<T>> read(DnsResponse said, long deadline) {
    Name asked = owner;
    List<T> records = follow(said);
    Optional<Duration> negativeTtl = said.negativeTtl(owner).map(this::orLonger);
    if (!records.isEmpty()) {
      return CompletableFuture.completedFuture(found(records, said));
    } else if (said.isNxDomain()) {
      return CompletableFuture.completedFuture(new DnsAnswer.NxDomain<>(ownerText(), negativeTtl));
    } else if (negativeTtl.isPresent() || owner.equals(asked)) {
      return CompletableFuture.completedFuture(new DnsAnswer.NoData<>(ownerText(), negativeTtl));
    }
    // the alias leads into a zone of which this server said nothing: ask by that name
    return run(deadline);
  }

  /** Moves the owner to where the aliases in this message end. */
  private List<T> follow(DnsResponse said) {
    List<T> records = said.of(owner, kind);
    Optional<DnsResponse.Alias> alias = said.alias(owner);
    while (records.isEmpty() && alias.isPresent()) {
      if (++aliases > MOST_ALIASES) {
        throw new Unanswered(Cause.TOO_MANY_ALIASES);
      }
      longestTtl = orLonger(alias.get().ttl());
      owner = alias.get().target();
      records = said.of(owner, kind);
      alias = said.alias(owner);
    }
    return records;
  }

  private DnsAnswer<T> found(List<T> records, DnsResponse said) {
    if (said.isNxDomain()) {
      throw new Unanswered(Cause.MALFORMED);
    }
    if (records.size() > MOST_RECORDS) {
      throw new Unanswered(Cause.TOO_MANY_RECORDS);
    }
    return new DnsAnswer.Found<>(ownerText(), records, orLonger(DnsResponse.ttl(records)));
  }

  private Duration orLonger(Duration ttl) {
    return DnsResponse.longer(ttl, longestTtl);
  }

  private String ownerText() {
    return owner.toString(true).toLowerCase(Locale.ROOT);
  }
}
