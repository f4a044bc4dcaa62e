package nl.poort25.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.poort25.enforcement.Alarm;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says how many points are silent or hold something else than they should: no reason to send nobody
 * here, since another node sees the same.
 */
@Readiness
@ApplicationScoped
class PointsCheck implements HealthCheck {
  @Inject RecentFigures figures;

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("points").up();
    figures.lastKnown(Alarm.Kind.SILENT).ifPresent(number -> answer.withData("silent", number));
    figures.lastKnown(Alarm.Kind.DRIFT).ifPresent(number -> answer.withData("drift", number));
    figures.lastKnown(Alarm.Kind.FAILED).ifPresent(number -> answer.withData("failed", number));
    return answer.build();
  }
}
