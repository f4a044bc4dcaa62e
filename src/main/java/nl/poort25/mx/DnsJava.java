package nl.poort25.mx;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import nl.poort25.mx.DnsAnswer.Found;
import nl.poort25.mx.DnsAnswer.NxDomain;
import nl.poort25.mx.DnsAnswer.Unavailable;
import nl.poort25.mx.StubResolver.Unanswered;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Asks resolvers, with dnsjava for the format of messages. Nothing is remembered between lookups: a
 * resolver's own cache is the only one, and a TTL is what that has left of it.
 */
@ApplicationScoped
public class DnsJava implements Dns {
  private static final int TRIES = 2;

  private StubResolver exchange;

  protected DnsJava() {}

  @Inject
  public DnsJava(Settings settings) {
    this(
        settings.text(Setting.DNS_RESOLVER),
        Duration.ofSeconds(settings.number(Setting.DNS_TIMEOUT_SECONDS)),
        TRIES);
  }

  /**
   * @param resolvers "127.0.0.1:5353, [2001:db8::1]:53, 192.0.2.1": without a port it is 53; empty
   *     for those of the system
   * @param timeout for one try at one resolver, TCP included; a whole lookup takes at most 2 ×
   *     tries × resolvers times this, its aliases included
   * @param tries at least 1
   * @throws IllegalArgumentException if a resolver cannot be read or found
   */
  public DnsJava(String resolvers, Duration timeout, int tries) {
    if (tries < 1 || timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException(tries + " tries of " + timeout);
    }
    exchange = new StubResolver(Resolvers.parse(resolvers), timeout, tries);
  }

  /** Makes it now, so that a setting that cannot be used stops the start. */
  void start(@Observes Startup event) {}

  @Override
  public CompletableFuture<DnsAnswer<MxRecord>> mx(String name) {
    return lookUp(name, Type.MX, MXRecord.class, DnsJava::record, exchange.deadline());
  }

  @Override
  public CompletableFuture<DnsAnswer<String>> txt(String name) {
    return lookUp(name, Type.TXT, TXTRecord.class, DnsJava::joined, exchange.deadline());
  }

  @Override
  public CompletableFuture<DnsAnswer<String>> nameServers(String name) {
    return nameServers(name, new NxDomain<>(name, Optional.empty()), exchange.deadline());
  }

  /**
   * @param below what was said of the name below
   */
  private CompletableFuture<DnsAnswer<String>> nameServers(
      String zone, DnsAnswer<String> below, long deadline) {
    // a top-level domain is nobody's zone to set records in
    return zone.contains(".")
        ? lookUp(zone, Type.NS, NSRecord.class, DnsJava::host, deadline)
            .thenCompose(
                answer ->
                    answer instanceof Found || answer instanceof Unavailable
                        ? CompletableFuture.completedFuture(answer)
                        : nameServers(zone.substring(zone.indexOf('.') + 1), answer, deadline))
        : CompletableFuture.completedFuture(below);
  }

  @Override
  public CompletableFuture<Optional<String>> zone(String name) {
    try {
      return ZoneApex.of(exchange, Name.fromString(name, Name.root), exchange.deadline())
          .thenApply(top -> top.map(n -> n.toString(true).toLowerCase(Locale.ROOT)));
    } catch (TextParseException e) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
  }

  @Override
  public DnsAnswer<InetAddress> addresses(String host) {
    return addresses(host, exchange::deadline);
  }

  @Override
  public DnsAnswer<InetAddress> addresses(String host, Duration most) {
    long end = System.nanoTime() + most.toNanos();
    return addresses(host, () -> Math.min(end, exchange.deadline()));
  }

  private DnsAnswer<InetAddress> addresses(String host, LongSupplier deadline) {
    DnsAnswer<InetAddress> four =
        lookUp(host, Type.A, ARecord.class, DnsJava::address, deadline.getAsLong()).join();
    if (four instanceof Unavailable || four instanceof NxDomain) {
      return four;
    }
    DnsAnswer<InetAddress> six =
        lookUp(host, Type.AAAA, AAAARecord.class, DnsJava::address, deadline.getAsLong()).join();
    if (six instanceof Unavailable || !(four instanceof Found<InetAddress> a)) {
      return six;
    }
    if (!(six instanceof Found<InetAddress> b)) {
      return four;
    }
    Duration ttl = a.ttl().compareTo(b.ttl()) < 0 ? a.ttl() : b.ttl();
    return new Found<>(
        a.owner(), Stream.of(a, b).flatMap(found -> found.records().stream()).toList(), ttl);
  }

  private <T extends Record, R> CompletableFuture<DnsAnswer<R>> lookUp(
      String name, int type, Class<T> kind, Function<T, R> read, long deadline) {
    Name asked;
    try {
      asked = Name.fromString(name, Name.root);
    } catch (TextParseException e) {
      return CompletableFuture.completedFuture(new NxDomain<>(name, Optional.empty()));
    }
    return new DnsLookup<>(exchange, asked, type, kind)
        .run(deadline)
        .thenApply(answer -> answer.map(read))
        .exceptionally(failure -> new Unavailable<>(Unanswered.causeOf(failure)));
  }

  private static MxRecord record(MXRecord mx) {
    return new MxRecord(mx.getPriority(), mx.getTarget().toString(true));
  }

  private static String host(NSRecord ns) {
    return ns.getTarget().toString(true);
  }

  private static String joined(TXTRecord txt) {
    var bytes = new ByteArrayOutputStream();
    txt.getStringsAsByteArrays().forEach(bytes::writeBytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static InetAddress address(Record record) {
    byte[] bytes = record.rdataToWireCanonical();
    try {
      // getByAddress would make an IPv4 address of a mapped one, and hide what the zone says
      return bytes.length == 4
          ? InetAddress.getByAddress(bytes)
          : Inet6Address.getByAddress(null, bytes, -1);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
