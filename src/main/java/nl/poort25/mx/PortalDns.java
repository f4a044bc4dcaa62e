package nl.poort25.mx;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import nl.poort25.web.Setting;
import nl.poort25.web.Settings;

/** The DNS by the resolvers of the settings. */
@ApplicationScoped
class PortalDns {
  private static final int TRIES = 2;

  @Produces
  @ApplicationScoped
  Dns dns(Settings settings) {
    return new DnsJava(
        settings.text(Setting.DNS_RESOLVER),
        Duration.ofSeconds(settings.number(Setting.DNS_TIMEOUT_SECONDS, 1)),
        TRIES);
  }
}
