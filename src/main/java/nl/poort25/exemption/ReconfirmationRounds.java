package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import nl.poort25.round.Round;
import nl.poort25.round.RoundRun;
import nl.poort25.round.Rounds;
import nl.poort25.web.Retry;

/** Hourly round that reminds partners to confirm that they still need what is open (4.18). */
@ApplicationScoped
public class ReconfirmationRounds {
  private static final Logger LOG = System.getLogger(ReconfirmationRounds.class.getName());

  @Inject Reconfirmations confirmations;
  @Inject InstantSource clock;
  @Inject Rounds rounds;

  void start(@Observes Startup event) {
    rounds.start(
        Round.CONFIRMATIONS,
        "the exemptions that are to be confirmed could not be looked at",
        this::round);
  }

  private void round(RoundRun turn) {
    var now = clock.instant();
    for (long id : confirmations.due(now)) {
      try {
        Retry.onCollision(
            () -> {
              confirmations.remindOrEnd(id, now);
              return null;
            });
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "exemption " + id + " could not be looked at", e);
        turn.markInVain(); // the others are looked at all the same
      }
    }
  }
}
