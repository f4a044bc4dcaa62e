package nl.poort25.round;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/**
 * Graceful shutdown: on SIGTERM the portal is not ready any more, for as long as a balancer needs
 * to see it; then no new request or round begins, running ones end within a time limit, and the
 * container stops. By itself the container would remove the application while requests are running.
 */
@ApplicationScoped
public class GracefulShutdown {
  // together well below the 90 s that systemd grants before it kills
  private static final Duration REQUESTS_END = Duration.ofSeconds(20);
  private static final Duration ROUNDS_END = Duration.ofSeconds(10);
  private static final Duration ALL = Duration.ofSeconds(45);

  /** What the container has still to write to its connections when a request is done with. */
  private static final Duration LAST_BYTES = Duration.ofMillis(300);

  private static final Logger LOG = System.getLogger(GracefulShutdown.class.getName());

  @Resource(lookup = Rounds.WATCH)
  ManagedScheduledExecutorService watch;

  @Inject Event<PortalShutdown> stops;
  @Inject Settings settings;
  private final InFlightCounter requests = new InFlightCounter();
  private final InFlightCounter rounds = new InFlightCounter();
  private volatile boolean stopping;
  private Duration drain;

  void start(@Observes Startup event) {
    // now: the thread of a signal has no context
    drain = Duration.ofSeconds(settings.number(Setting.DRAIN_SECONDS));
    TermSignal.before(this::stop);
  }

  public InFlightCounter requests() {
    return requests;
  }

  InFlightCounter rounds() {
    return rounds;
  }

  /** Whether the process has been told to end. */
  public boolean isStopping() {
    return stopping;
  }

  /** On the thread of the signal; the work is done on one that has the application's context. */
  private void stop() {
    try {
      // what it hands on to others has this thread's otherwise, which finds no class of the portal
      Thread.currentThread().setContextClassLoader(GracefulShutdown.class.getClassLoader());
      watch.submit(this::end).get(ALL.plus(drain).toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | InterruptedException | RuntimeException e) {
      LOG.log(Level.ERROR, "the portal does not stop in order", e);
    }
  }

  private void end() {
    LOG.log(Level.INFO, "the portal is to stop: it is not ready any more");
    stopping = true;
    LockSupport.parkNanos(drain.toNanos());
    requests.close();
    boolean answered = requests.awaitNone(REQUESTS_END);
    stops.fire(new PortalShutdown());
    rounds.close();
    boolean done = rounds.awaitNone(ROUNDS_END);
    LockSupport.parkNanos(LAST_BYTES.toNanos());
    HttpListenerShutdown.close();
    LOG.log(
        Level.INFO,
        "the portal stops; requests {0}, background work {1}",
        answered ? "ended" : "cut off",
        done ? "ended" : "cut off");
  }
}
