package nl.poort25.enforcement;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.poort25.audit.Act;
import nl.poort25.mailservice.Destination;
import nl.poort25.mailservice.DestinationCheck;
import nl.poort25.mailservice.DestinationLookup;
import nl.poort25.round.Round;
import nl.poort25.round.RoundRun;
import nl.poort25.round.Rounds;
import nl.poort25.web.Retry;

/**
 * Background round that resolves the destinations of mail services again (3.9), a few at a time and
 * outside any transaction: when the TTL is over, but not within five minutes, and at least every
 * hour.
 */
@ApplicationScoped
@ManagedExecutorDefinition(
    name = DestinationRefresher.EXECUTOR,
    maxAsync = DestinationRefresher.AT_ONCE)
public class DestinationRefresher {
  static final String EXECUTOR = "java:app/concurrent/relay-destinations";
  static final int AT_ONCE = 4;
  private static final int BATCH = 200;
  private static final int MOST_FRESH = 10_000;
  private static final Duration SELDOM = Duration.ofHours(1);
  private static final Logger LOG = System.getLogger(DestinationRefresher.class.getName());

  @Resource(lookup = EXECUTOR)
  ManagedExecutorService executor;

  @Inject ResolvedDestinations known;
  @Inject DestinationLookup destinations;
  @Inject InstantSource clock;
  @Inject Rounds rounds;
  private final Set<Long> touched = ConcurrentHashMap.newKeySet();
  private final Queue<String> fresh = new ArrayDeque<>();

  /** By {@link System#nanoTime()}; null before the first time. */
  private Long searchedAt;

  private Long forgotAt;

  void start(@Observes Startup event) {
    rounds.start(
        Round.DESTINATIONS, "the destinations that are due could not be looked at", this::round);
  }

  /** What was done with a domain may bring a destination that nobody has looked at. */
  void notice(@Observes(during = TransactionPhase.AFTER_SUCCESS) Act act) {
    if (act.subject().type().equals("domain")) {
      touched.add(act.subject().id());
    }
  }

  private void round(RoundRun turn) throws InterruptedException, ExecutionException {
    var now = clock.instant();
    collect();
    var due = new ArrayDeque<>(known.due(now, BATCH));
    var looked = new AtomicInteger();
    var heard = new AtomicBoolean();
    turn.share(
        executor,
        AT_ONCE,
        () -> next(due),
        destination -> {
          looked.incrementAndGet();
          if (look(destination)) {
            heard.set(true);
          }
        });
    if (looked.get() > 0 && !heard.get()) {
      turn.markInVain();
    }
    if (isAgain(forgotAt)) {
      forgotAt = System.nanoTime();
      known.forget(now);
    }
  }

  /** One that is due and a new one in turn, so that neither waits for all of the other. */
  private List<String> next(Queue<String> due) {
    return Stream.of(due, fresh).map(Queue::poll).filter(Objects::nonNull).distinct().toList();
  }

  private static boolean isAgain(Long lastAt) {
    return lastAt == null || System.nanoTime() - lastAt > SELDOM.toNanos();
  }

  /**
   * Mostly those of domains that were touched; all there are only now and then, since that reads
   * every mail service. It also finds what another node was told of and did not come to look at.
   */
  private void collect() {
    var some = touched.stream().limit(BATCH).toList();
    if (!some.isEmpty()) {
      some.forEach(touched::remove); // before, since one may be touched again meanwhile
      try {
        fresh.addAll(known.fresh(some));
      } catch (RuntimeException e) {
        touched.addAll(some);
        throw e;
      }
    }
    if (fresh.isEmpty() && isAgain(searchedAt)) {
      fresh.addAll(known.fresh(MOST_FRESH));
      if (fresh.size() < MOST_FRESH) {
        searchedAt = System.nanoTime();
      }
    }
  }

  /** Returns whether the DNS answered. */
  private boolean look(String destination) {
    try {
      var now = clock.instant();
      var passage = destinations.passage(Destination.parse(destination));
      Retry.onCollision(
          () -> {
            known.recordLookup(destination, passage, now);
            return null;
          });
      return passage.kind() != DestinationCheck.Kind.UNKNOWN;
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "destination " + destination + " could not be looked at", e);
      return false;
    }
  }
}
