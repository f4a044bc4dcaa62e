package nl.poort25.account;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.interceptor.Interceptor;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/**
 * Applies the setting for the PBKDF2 iterations at start. Each stored hash is made anew at its
 * owner's next sign-in.
 */
@ApplicationScoped
class PasswordRounds {
  /**
   * Before anything makes a password.
   *
   * @throws IllegalStateException for fewer than {@link PasswordHashes#LEAST_ROUNDS} where
   *     passwords are people's own: everybody knows those of the demo world
   */
  void begin(
      @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) Startup event, Settings settings) {
    int rounds = settings.number(Setting.PASSWORD_ROUNDS);
    if (rounds < PasswordHashes.LEAST_ROUNDS && !settings.flag(Setting.DEMO)) {
      throw new IllegalStateException(
          "%s must be at least %d where %s is not set, not \"%d\""
              .formatted(
                  Setting.PASSWORD_ROUNDS.key(),
                  PasswordHashes.LEAST_ROUNDS,
                  Setting.DEMO.key(),
                  rounds));
    }
    PasswordHashes.setRounds(rounds);
  }
}
