package nl.poort25.enforcement;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import nl.poort25.mailservice.Destination;
import nl.poort25.mailservice.Destinations;
import nl.poort25.web.Retry;
import nl.poort25.web.Rounds;

/**
 * Looks where the destinations lead, when their turn is (3.9): a few at a time, outside any
 * transaction, on a round of its own, so that a silent DNS delays no denial. One in use is looked
 * at when its TTL is over, but not within five minutes, and at least every hour.
 */
@ApplicationScoped
@ManagedExecutorDefinition(name = RelayDestinations.EXECUTOR, maxAsync = RelayDestinations.AT_ONCE)
public class RelayDestinations {
  static final String EXECUTOR = "java:app/concurrent/relay-destinations";
  static final int AT_ONCE = 4;
  private static final int BATCH = 200;
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration SELDOM = Duration.ofHours(1);
  private static final Logger LOG = System.getLogger(RelayDestinations.class.getName());

  @Resource(lookup = EXECUTOR)
  ManagedExecutorService executor;

  @Inject KnownDestinations known;
  @Inject Destinations destinations;
  @Inject InstantSource clock;
  @Inject Rounds rounds;
  private Instant forgotAt = Instant.EPOCH;

  void start(@Observes Startup event) {
    rounds.start(PAUSE, PAUSE, "the destinations that are due could not be looked at", this::round);
  }

  private void round() throws InterruptedException, ExecutionException {
    List<Future<?>> looks =
        known.due(clock.instant(), BATCH).stream()
            .<Future<?>>map(destination -> executor.submit(() -> look(destination)))
            .toList();
    for (var look : looks) {
      look.get();
    }
    if (clock.instant().isAfter(forgotAt.plus(SELDOM))) {
      forgotAt = clock.instant();
      known.forget(forgotAt);
    }
  }

  private void look(String destination) {
    try {
      var now = clock.instant();
      var passage = destinations.passage(Destination.parse(destination), now);
      Retry.onCollision(
          () -> {
            known.found(destination, passage, now);
            return null;
          });
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "destination " + destination + " could not be looked at", e);
    }
  }
}
