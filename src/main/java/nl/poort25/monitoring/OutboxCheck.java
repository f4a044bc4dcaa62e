package nl.poort25.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says how many mails wait, and for how long: no reason to send nobody here, since each of them is
 * in the database and goes out later.
 */
@Readiness
@ApplicationScoped
class OutboxCheck implements HealthCheck {
  @Inject RecentFigures figures;

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("outbox").up();
    figures.lastKnown(Figure.MAILS_WAITING).ifPresent(number -> answer.withData("waiting", number));
    figures
        .lastKnown(Figure.MAILS_OLDEST_WAITING_SECONDS)
        .ifPresent(number -> answer.withData("oldest-seconds", number));
    return answer.build();
  }
}
