package nl.poort25.web;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.Dependent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** What a class does again and again in the background; the rounds end with whoever has them. */
@Dependent
public class Rounds {
  private static final Logger LOG = System.getLogger(Rounds.class.getName());

  @Resource ManagedScheduledExecutorService timer;
  private ScheduledFuture<?> scheduled;
  private Runnable round;

  /** One round. */
  @FunctionalInterface
  public interface Task {
    void run() throws InterruptedException, ExecutionException;
  }

  /**
   * @param first the pause before the first round
   * @param pause between the end of a round and the next one
   * @param failure what the log says after a round that failed
   */
  public void start(Duration first, Duration pause, String failure, Task task) {
    round = () -> go(failure, task);
    scheduled =
        timer.scheduleWithFixedDelay(
            round, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void go(String failure, Task task) {
    try {
      task.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | ExecutionException e) {
      // the next round tries again; without this catch there would be none
      LOG.log(Level.ERROR, failure, e);
    }
  }

  /** One round more, besides the others and perhaps at the same time as one of them. */
  public void now() {
    timer.execute(round);
  }

  /** No more rounds; the one that is under way is interrupted. */
  @PreDestroy
  public void stop() {
    end(true);
  }

  /** No more rounds; the one that is under way goes on to its end. */
  public void finish() {
    end(false);
  }

  private void end(boolean interrupting) {
    if (scheduled != null) {
      scheduled.cancel(interrupting);
      scheduled = null;
    }
  }
}
