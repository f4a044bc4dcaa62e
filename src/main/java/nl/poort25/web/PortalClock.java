package nl.poort25.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The one clock. In whole microseconds, which is what both databases keep. */
@ApplicationScoped
class PortalClock {
  @Produces
  InstantSource clock() {
    return () -> InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);
  }
}
