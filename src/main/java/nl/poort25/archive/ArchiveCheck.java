package nl.poort25.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Names the folder of the archive, and why nothing can be moved there. That is no reason to send
 * nobody here: everything is still in the database.
 */
@Readiness
@ApplicationScoped
class ArchiveCheck implements HealthCheck {
  @Inject ArchiveRounds rounds;
  @Inject ArchiveFolder folder;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("archive")
        .up()
        .withData("folder", folder.path().toString())
        .withData("fault", rounds.fault().orElse(""))
        .build();
  }
}
