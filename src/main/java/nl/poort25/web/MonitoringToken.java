package nl.poort25.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/** The token of the provider's own programs, which read what no page shows them. */
@ApplicationScoped
public class MonitoringToken {
  private String token;

  protected MonitoringToken() {}

  @Inject
  public MonitoringToken(Settings settings) {
    token = settings.text(Setting.MONITORING_TOKEN);
  }

  /**
   * @param authorization the header, or null
   */
  public boolean isCarriedBy(String authorization) {
    return !token.isEmpty()
        && authorization != null
        && MessageDigest.isEqual(
            ("Bearer " + token).getBytes(UTF_8), authorization.getBytes(UTF_8));
  }
}
