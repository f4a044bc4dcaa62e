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
  @Resource(lookup = "java:app/jdbc/poort25")
  DataSource source;

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("database");
    // no time-out of its own: H2 would keep it for whoever has the connection next
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("select 1");
      return answer.up().build();
    } catch (SQLException e) {
      // why stands in the log: whoever asks for health may be anybody with the token
      return answer.down().build();
    }
  }
}
