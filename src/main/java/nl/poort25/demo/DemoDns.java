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
import nl.poort25.domain.DomainMailState;
import nl.poort25.mx.Dns;
import nl.poort25.mx.DnsAnswer;
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
  public DnsAnswer<MxRecord> mx(String name) {
    if (!isOurs(name)) {
      return real.mx(name);
    }
    var answer =
        zones.mx(
            name,
            names
                .held(name)
                .filter(r -> r.getStatus().getMail() == DomainMailState.ACTIVE)
                .isPresent());
    if (answer instanceof DnsAnswer.Unavailable<MxRecord>) {
      keepSilent();
    }
    return answer;
  }

  @Override
  public DnsAnswer<String> txt(String name) {
    return isOurs(name)
        ? zones.txt(
            name,
            names
                .held(name.substring(name.indexOf('.') + 1))
                .filter(
                    r ->
                        r.getStatus().getMail() != DomainMailState.NONE
                            || zones.isOfTable(r.getName()))
                .map(r -> new ProofRecord(r.getName(), r.getControl().getToken()).value())
                .orElse(null))
        : real.txt(name);
  }

  @Override
  public DnsAnswer<String> nameServers(String name) {
    return isOurs(name) ? zones.nameServers(name) : real.nameServers(name);
  }

  @Override
  public Optional<String> zone(String name) {
    return isOurs(name) ? Optional.of(zones.top(name)) : real.zone(name);
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

  private static void keepSilent() {
    try {
      Thread.sleep(SILENCE.toMillis());
    } catch (InterruptedException e) {
      // then it answers at once; the flag is not set again, since what is stored next would find it
    }
  }
}
