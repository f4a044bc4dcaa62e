package nl.poort25.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the database answers a question. */
@Readiness
@ApplicationScoped
class DatabaseCheck implements HealthCheck {
  private static final int SECONDS = 3;

  @Resource(lookup = "java:app/jdbc/poort25")
  DataSource source;

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("database");
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.setQueryTimeout(SECONDS);
      statement.execute("select 1");
      return answer.up().build();
    } catch (SQLException e) {
      // why stands in the log: whoever asks for health may be anybody with the token
      return answer.down().build();
    }
  }
}
