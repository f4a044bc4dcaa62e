package nl.poort25.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import nl.poort25.network.Cidr;

/** Rows for one table, sent a thousand at a time. */
final class BulkTable implements AutoCloseable {
  private static final int AT_ONCE = 1_000;

  private final PreparedStatement insert;
  private final int columns;
  private int waiting;

  /**
   * @param columns their names, separated by commas
   */
  BulkTable(Connection database, String table, String columns) throws SQLException {
    this.columns = columns.split(",").length;
    insert =
        database.prepareStatement(
            "insert into %s (%s) values (%s)"
                .formatted(
                    table, columns, String.join(",", Collections.nCopies(this.columns, "?"))));
  }

  /** In the order of the columns; as the portal keeps such values. */
  void add(Object... values) throws SQLException {
    if (values.length != columns) {
      throw new IllegalArgumentException(values.length + " values for " + columns + " columns");
    }
    for (int i = 0; i < values.length; i++) {
      insert.setObject(i + 1, stored(values[i]));
    }
    insert.addBatch();
    if (++waiting == AT_ONCE) {
      send();
    }
  }

  private static Object stored(Object value) {
    if (value instanceof Instant at) {
      return Timestamp.from(at);
    }
    return value instanceof Enum<?> || value instanceof Cidr ? value.toString() : value;
  }

  private void send() throws SQLException {
    insert.executeBatch();
    insert.getConnection().commit();
    waiting = 0;
  }

  @Override
  public void close() throws SQLException {
    send();
    insert.close();
  }
}
