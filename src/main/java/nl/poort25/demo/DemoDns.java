package nl.poort25.demo;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.poort25.domain.DomainMailState;
import nl.poort25.mx.Dns;
import nl.poort25.mx.DnsAnswer;
import nl.poort25.mx.DnsAnswer.Cause;
import nl.poort25.mx.MxEvaluator;
import nl.poort25.mx.MxRecord;
import nl.poort25.mx.ProofRecord;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/**
 * In a demo run, answers for the names of the demo world, which no DNS knows; every other name is
 * looked up as ever. Where a resolver is named it is asked for everything.
 */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
class DemoDns implements Dns {
  /** So that one can see a look run. */
  private static final Duration SILENCE = Duration.ofSeconds(4);

  private final Dns real;
  private final DemoZones zones;
  private final DemoRegistrations names;

  /**
   * @param settings those that say whether this is a demo run
   */
  @Inject
  DemoDns(@Delegate Dns real, Settings settings, DemoRegistrations names) {
    this.real = real;
    this.names = names;
    boolean demo = settings.flag(Setting.DEMO) && settings.text(Setting.DNS_RESOLVER).isEmpty();
    zones = demo ? new DemoZones(MxEvaluator.of(settings).wanted()) : null;
  }

  @Override
  public CompletableFuture<DnsAnswer<MxRecord>> mx(String name) {
    if (!isOurs(name)) {
      return real.mx(name);
    }
    DnsAnswer<MxRecord> answer =
        zones.mx(
            name,
            names
                .held(name)
                .filter(r -> r.getStatus().getMail() == DomainMailState.ACTIVE)
                .isPresent());
    return answer instanceof DnsAnswer.Unavailable<MxRecord> none && none.cause() == Cause.TIMEOUT
        ? new CompletableFuture<DnsAnswer<MxRecord>>()
            .completeOnTimeout(answer, SILENCE.toMillis(), TimeUnit.MILLISECONDS)
        : CompletableFuture.completedFuture(answer);
  }

  @Override
  public CompletableFuture<DnsAnswer<String>> txt(String name) {
    return isOurs(name)
        ? CompletableFuture.completedFuture(
            zones.txt(
                name,
                names
                    .held(name.substring(name.indexOf('.') + 1))
                    .filter(
                        r ->
                            r.getStatus().getMail() != DomainMailState.NONE
                                || zones.isOfTable(r.getName()))
                    .map(r -> new ProofRecord(r.getName(), r.getControl().getToken()).value())
                    .orElse(null)))
        : real.txt(name);
  }

  @Override
  public CompletableFuture<DnsAnswer<String>> nameServers(String name) {
    return isOurs(name)
        ? CompletableFuture.completedFuture(zones.nameServers(name))
        : real.nameServers(name);
  }

  @Override
  public CompletableFuture<Optional<String>> zone(String name) {
    return isOurs(name)
        ? CompletableFuture.completedFuture(Optional.of(zones.top(name)))
        : real.zone(name);
  }

  @Override
  public DnsAnswer<InetAddress> addresses(String host) {
    if (isOurs(host)) {
      return zones.addresses(host);
    }
    return zones != null && zones.isRelay(host) ? zones.relayAddresses(host) : real.addresses(host);
  }

  @Override
  public DnsAnswer<InetAddress> addresses(String host, Duration most) {
    boolean known = isOurs(host) || (zones != null && zones.isRelay(host));
    return known ? addresses(host) : real.addresses(host, most);
  }

  private boolean isOurs(String name) {
    return zones != null && name.toLowerCase(Locale.ROOT).endsWith(DemoZones.TOP);
  }
}
