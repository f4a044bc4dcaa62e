package nl.poort25.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.hibernate.SessionFactory;
import org.hibernate.SessionFactoryObserver;

/**
 * Ends the process when the portal cannot be deployed: Payara would go on without it, say that it
 * is ready and answer 404 to everything.
 */
@ApplicationScoped
public class StartGuard implements SessionFactoryObserver {
  private static final Logger LOG = System.getLogger(StartGuard.class.getName());
  private static final long serialVersionUID = 1;
  private static volatile boolean started;

  void started(@Observes Startup event) {
    started = true;
  }

  @Override
  public void sessionFactoryCreated(SessionFactory factory) {}

  /** A deployment that fails is rolled back, which closes the factory before it ever started. */
  @Override
  public void sessionFactoryClosed(SessionFactory factory) {
    if (!started) {
      giveUp("the portal could not be deployed; the reason stands above or follows", null);
    }
  }

  static void giveUp(String why, Throwable cause) {
    LOG.log(Level.ERROR, "Poort 25 does not start: " + why, cause);
    // in a thread of its own, because the caller holds locks of the container; and not at once,
    // because the container logs the reason only after it has rolled the deployment back
    new Thread(
            () -> {
              LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(5));
              System.exit(1);
            },
            "poort25-gives-up")
        .start();
  }
}
