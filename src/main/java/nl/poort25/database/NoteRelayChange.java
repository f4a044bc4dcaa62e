package nl.poort25.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.h2.api.Trigger;

/**
 * H2 trigger that notes the name or the destination whose lines at the relays may change with a
 * row, in the transaction that changes it; on PostgreSQL {@link V035__relay_changes} says the same.
 * H2 loads it by its class name, which stands in databases.
 */
public class NoteRelayChange implements Trigger {
  private static final List<String> OF_SERVICE =
      List.of("registration_id", "name", "kind", "state", "intake", "destination", "local_part");
  private final Map<String, Integer> columns = new HashMap<>();
  private String table;

  @Override
  public void init(
      Connection connection, String schema, String trigger, String of, boolean before, int type)
      throws SQLException {
    table = of.toLowerCase(Locale.ROOT);
    try (var found = connection.getMetaData().getColumns(null, schema, of, null)) {
      while (found.next()) {
        columns.put(
            found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
            found.getInt("ORDINAL_POSITION") - 1);
      }
    }
  }

  @Override
  public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
    var was = facts(before);
    var is = facts(after);
    if (!Objects.equals(was, is)) {
      String noted = table.equals("relay_destination") ? "destination" : "name";
      Object old = before == null ? null : value(before, noted);
      Object now = after == null ? null : value(after, noted);
      if (old != null) {
        note(connection, noted, old);
      }
      if (now != null && !now.equals(old)) {
        note(connection, noted, now);
      }
    }
  }

  /** What lines depend on of that row; null where none do. */
  private List<Object> facts(Object... row) {
    if (row == null) {
      return null;
    }
    return switch (table) {
      case "registration" ->
          Arrays.asList(
              value(row, "name"), value(row, "held_name") == null, value(row, "proof") == null);
      case "mail_service" ->
          "ACTIVE".equals(value(row, "state"))
              ? OF_SERVICE.stream().map(column -> value(row, column)).toList()
              : null;
      case "relay_destination" ->
          "".equals(value(row, "addresses"))
              ? null
              : List.of(value(row, "destination"), value(row, "addresses"));
      default -> throw new IllegalStateException(table);
    };
  }

  private Object value(Object[] row, String column) {
    return row[columns.get(column)];
  }

  private static void note(Connection connection, String column, Object value) throws SQLException {
    try (var insert =
        connection.prepareStatement("insert into relay_change (" + column + ") values (?)")) {
      insert.setObject(1, value);
      insert.executeUpdate();
    }
  }
}
