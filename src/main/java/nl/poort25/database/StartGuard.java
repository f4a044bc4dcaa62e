package nl.poort25.database;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Ends the process when the portal cannot be deployed: Payara would go on without it, say that it
 * is ready and answer 404 to everything. Payara tells of a failed deployment nowhere but in its
 * log, so that is where the guard listens, from the first class of ours that is called until the
 * portal has started.
 */
@ApplicationScoped
public class StartGuard extends Handler {
  // a logger that nobody holds may be collected, and its handler with it
  private static final Logger DEPLOYMENT = Logger.getLogger("javax.enterprise.system.core");
  private static final StartGuard GUARD = new StartGuard();

  static void watch() {
    DEPLOYMENT.addHandler(GUARD);
  }

  void started(@Observes @Priority(Integer.MAX_VALUE) Startup event) {
    DEPLOYMENT.removeHandler(GUARD);
  }

  @Override
  public void publish(LogRecord line) {
    if (line.getLevel().equals(Level.SEVERE) && line.getThrown() != null) {
      DEPLOYMENT.removeHandler(GUARD);
      giveUp();
    }
  }

  private static void giveUp() {
    Logger.getLogger(StartGuard.class.getName())
        .severe("Poort 25 does not start: the reason stands in the lines around this one");
    // in a thread of its own, because the caller holds locks of the container; and not at once, so
    // that the log has all of the reason
    new Thread(
            () -> {
              LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3));
              Runtime.getRuntime().halt(1);
            },
            "poort25-gives-up")
        .start();
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
