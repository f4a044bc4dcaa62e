package nl.poort25.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether what is opened and blocked reaches the points in time; names every round that is late.
 */
@Readiness
@ApplicationScoped
class RoundsCheck implements HealthCheck {
  @Inject OverdueRounds lateness;

  @Override
  public HealthCheckResponse call() {
    var late = lateness.late();
    return HealthCheckResponse.named("rounds")
        .status(isReady(late))
        .withData("late", names(late))
        .build();
  }

  /** Mail or a look at the DNS that is late has an alarm, and is no reason to send nobody here. */
  static boolean isReady(Set<Round> late) {
    return late.stream().noneMatch(Round::isPrompt);
  }

  static String names(Set<Round> late) {
    return late.stream().map(Round::name).collect(Collectors.joining(" "));
  }
}
