package nl.poort25.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/**
 * H2 trigger that makes the audit entries append-only; H2 loads it by its class name, which stands
 * in databases.
 */
public class RefuseChange implements Trigger {
  @Override
  public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
    throw new SQLException("audit entries are append-only");
  }
}
