package nl.poort25.round;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs one kind of {@link Round} again and again, one at a time, until its bean is destroyed. Uses
 * executors defined here, since the container's default has one thread and a slow mail server would
 * delay all others.
 */
@Dependent
@ManagedScheduledExecutorDefinition(name = Rounds.PROMPT, maxAsync = Rounds.PROMPT_THREADS)
@ManagedScheduledExecutorDefinition(name = Rounds.PATIENT, maxAsync = Rounds.PATIENT_THREADS)
@ManagedScheduledExecutorDefinition(name = Rounds.WATCH, maxAsync = 3)
public class Rounds {
  /** For whoever looks after the others, and for time-outs: nothing here waits for anybody. */
  public static final String WATCH = "java:app/concurrent/watch";

  static final String PROMPT = "java:app/concurrent/prompt-rounds";
  static final int PROMPT_THREADS = 5;
  static final String PATIENT = "java:app/concurrent/patient-rounds";
  static final int PATIENT_THREADS = 14;

  private static final Logger LOG = System.getLogger(Rounds.class.getName());

  @Resource(lookup = PROMPT)
  ManagedScheduledExecutorService prompt;

  @Resource(lookup = PATIENT)
  ManagedScheduledExecutorService patient;

  private final OverdueRounds lateness;
  private final GracefulShutdown stopping;
  private final AtomicBoolean busy = new AtomicBoolean();
  private Round which;
  private ScheduledFuture<?> scheduled;
  private Runnable round;

  @Inject
  Rounds(OverdueRounds lateness, GracefulShutdown stopping) {
    this.lateness = lateness;
    this.stopping = stopping;
  }

  /** One round. */
  @FunctionalInterface
  public interface Task {
    void run(RoundRun turn) throws InterruptedException, ExecutionException;
  }

  /**
   * @param failure what the log says after a round that failed; the next one tries again
   */
  public void start(Round which, String failure, Task task) {
    this.which = which;
    round = () -> go(failure, task);
    lateness.startWatching(which);
    scheduled =
        timer()
            .scheduleWithFixedDelay(
                round, which.first().toMillis(), which.pause().toMillis(), TimeUnit.MILLISECONDS);
  }

  private ManagedScheduledExecutorService timer() {
    return which.isPrompt() ? prompt : patient;
  }

  private void go(String failure, Task task) {
    if (!stopping.rounds().tryEnter()) {
      return;
    }
    try {
      if (busy.compareAndSet(false, true)) {
        try {
          run(failure, task);
        } finally {
          busy.set(false);
        }
      }
    } finally {
      stopping.rounds().leave();
    }
  }

  private void run(String failure, Task task) {
    var turn = new RoundRun(Round.MOST, stopping.rounds()::isClosed);
    try {
      task.run(turn);
      if (!turn.isInVain()) {
        lateness.recordGoodEnd(which);
      }
    } catch (Throwable e) {
      // without this catch there would be no next round, whatever it is: memory may have been short
      // for one moment. Nobody interrupts a thread here, and where
      // somebody did, the flag is not set again: a write that finds it closes H2 for good
      LOG.log(Level.ERROR, failure, e);
    }
  }

  /** One round more, at once; nothing happens while one is under way. */
  public void now() {
    timer().execute(round);
  }

  /** No more rounds; the one that is under way goes on to its end. */
  @PreDestroy
  public void stop() {
    if (scheduled != null) {
      scheduled.cancel(false);
      scheduled = null;
      lateness.stopWatching(which);
    }
  }
}
