package nl.poort25.account;

import java.time.Duration;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/** What a link lets somebody do, once. */
public enum LinkPurpose {
  /** Seven times as long as the others: it may arrive on the eve of a holiday. */
  INVITATION("invitation", 7),
  PASSWORD_RESET("password-reset", 1),
  /** From the log, while there is no administrator. */
  FIRST_ADMINISTRATOR("first-administrator", 1);

  private final String path;
  private final int terms;

  LinkPurpose(String path, int terms) {
    this.path = path;
    this.terms = terms;
  }

  /** Whether there is an account already: who cannot get in can ask for a new password. */
  public boolean isOfAccount() {
    return this != FIRST_ADMINISTRATOR;
  }

  String url(Settings settings, SecretToken token) {
    return settings.text(Setting.PUBLIC_URL) + "/" + path + "/" + token.value();
  }

  public Duration validFor(Settings settings) {
    return Duration.ofHours((long) terms * settings.number(Setting.LINK_VALID_HOURS));
  }
}
