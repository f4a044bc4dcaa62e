package nl.poort25.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps Hibernate from writing every refusal of the database into the log as an error, also that of
 * one of two who come first at the same moment, and who then tries again and finds the row of the
 * other ({@link nl.poort25.web.Retry}). It throws each one as well: whoever does not expect it logs
 * it, with its cause.
 */
@ApplicationScoped
public class SqlFaults {
  // a logger that nobody holds may be collected, and its level with it
  private static final Logger HIBERNATE =
      Logger.getLogger("org.hibernate.engine.jdbc.spi.SqlExceptionHelper");

  void start(@Observes Startup event) {
    HIBERNATE.setLevel(Level.OFF);
  }
}
