package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import nl.poort25.web.Rounds;

/** Looks every hour which partners are to be asked whether they still need what is open. */
@ApplicationScoped
public class ConfirmationRounds {
  @Inject Confirmations confirmations;
  @Inject InstantSource clock;
  @Inject Rounds rounds;

  void start(@Observes Startup event) {
    rounds.start(
        Duration.ofMinutes(1),
        Duration.ofHours(1),
        "the exemptions that are to be confirmed could not be looked at",
        this::round);
  }

  private void round() {
    var now = clock.instant();
    for (long id : confirmations.due(now)) {
      confirmations.look(id, now);
    }
  }
}
