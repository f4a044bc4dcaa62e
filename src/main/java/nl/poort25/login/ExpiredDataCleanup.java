package nl.poort25.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.InstantSource;
import nl.poort25.account.HourlyLimits;
import nl.poort25.round.Round;
import nl.poort25.round.RoundRun;
import nl.poort25.round.Rounds;

/** Background round that deletes expired sessions and rate-limit counts in small steps. */
@ApplicationScoped
public class ExpiredDataCleanup {
  @Inject Sessions sessions;
  @Inject HourlyLimits limits;
  @Inject DoneForms forms;
  @Inject InstantSource clock;
  @Inject Rounds rounds;

  /** A session's settings are read here too: what they cannot say stops the start. */
  void start(@Observes Startup event) {
    sessions.life();
    rounds.start(Round.SWEEP, "what is over could not be deleted", this::round);
  }

  private void round(RoundRun turn) {
    limits.forget(clock.instant());
    forms.forget(clock.instant());
    boolean more = true;
    while (more && !turn.isOver()) {
      more = sessions.sweep(clock.instant());
    }
  }
}
