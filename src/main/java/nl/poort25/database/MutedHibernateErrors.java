package nl.poort25.database;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.interceptor.Interceptor;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Turns off Hibernate's own logging of SQL errors, which would also log each collision that {@link
 * nl.poort25.web.Retry} handles. Every error is thrown as well, and logged by whoever does not
 * expect it.
 */
@ApplicationScoped
public class MutedHibernateErrors {
  // a logger that nobody holds may be collected, and its level with it
  private static final Logger HIBERNATE =
      Logger.getLogger("org.hibernate.engine.jdbc.spi.SqlExceptionHelper");

  /** Before anything that writes: at a start too what collides is tried again. */
  void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) Startup event) {
    HIBERNATE.setLevel(Level.OFF);
  }
}
