package nl.poort25.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/** The provider's own name servers, by which staff sees whether a zone lies there (3.12). */
@ApplicationScoped
class ProviderNameServers {
  private List<String> hosts;

  protected ProviderNameServers() {}

  @Inject
  ProviderNameServers(Settings settings) {
    hosts =
        settings.list(Setting.NAME_SERVERS).stream()
            .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", ""))
            .distinct()
            .toList();
  }

  /** In lower case, without a final dot. */
  List<String> hosts() {
    return hosts;
  }
}
