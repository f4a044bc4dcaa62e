package nl.poort25.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether there is room where the portal writes: its temporary files, and the embedded database.
 * The disk of a PostgreSQL server is for those who run that.
 */
@Readiness
@ApplicationScoped
class DiskCheck implements HealthCheck {
  /** Megabytes with which one may still mend it before the database finds none. */
  private static final long ROOM = 64;

  @Override
  public HealthCheckResponse call() {
    long free =
        Stream.of(temporary(), ofDatabase()).mapToLong(File::getUsableSpace).min().orElse(0) >> 20;
    return HealthCheckResponse.named("disk")
        .status(free >= ROOM)
        .withData("free_megabytes", free)
        .withData("needed_megabytes", ROOM)
        .build();
  }

  private static File temporary() {
    return new File(System.getProperty("java.io.tmpdir"));
  }

  private static File ofDatabase() {
    var file = Migrations.source(ConfigProvider.getConfig()).file();
    return file == null ? temporary() : file.getParentFile();
  }
}
