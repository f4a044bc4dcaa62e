package nl.poort25.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready from when the process is told to end: a balancer sends nobody there any more. */
@Readiness
@ApplicationScoped
class StoppingCheck implements HealthCheck {
  @Inject GracefulShutdown shutdown;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("staying").status(!shutdown.isStopping()).build();
  }
}
