package nl.poort25.round;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Whether the start is over: the database has its tables, and every round has been begun. */
@Startup
@ApplicationScoped
class StartedCheck implements HealthCheck {
  private volatile boolean started;

  /** After all others. */
  void start(
      @Observes @Priority(Interceptor.Priority.PLATFORM_AFTER + 1000)
          jakarta.enterprise.event.Startup event) {
    started = true;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("started").status(started).build();
  }
}
