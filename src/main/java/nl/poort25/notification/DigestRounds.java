package nl.poort25.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import nl.poort25.round.Round;
import nl.poort25.round.RoundRun;
import nl.poort25.round.Rounds;
import nl.poort25.web.Retry;

/** Background round that makes the mails of the morning, one account after the other. */
@ApplicationScoped
public class DigestRounds {
  private static final Logger LOG = System.getLogger(DigestRounds.class.getName());

  @Inject Digests digests;
  @Inject WorkingDayCalendar calendar;
  @Inject InstantSource clock;
  @Inject Rounds rounds;

  void start(@Observes Startup event) {
    rounds.start(Round.DIGESTS, "the mails of the morning could not be written", this::round);
  }

  private void round(RoundRun turn) {
    var now = clock.instant();
    DigestTime.begin(now, calendar).ifPresent(begin -> send(turn, begin, now));
  }

  private void send(RoundRun turn, Instant begin, Instant now) {
    for (long account : digests.waiting(begin)) {
      if (turn.isOver()) {
        return;
      }
      if (DigestTime.isTurnOf(account, begin, now)) {
        send(turn, account, begin);
      }
    }
  }

  private void send(RoundRun turn, long account, Instant begin) {
    try {
      Retry.onCollision(
          () -> {
            digests.send(account, begin);
            return null;
          });
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the mail of the morning for account " + account, e);
      turn.markInVain(); // the others get theirs all the same
    }
  }
}
