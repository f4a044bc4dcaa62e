package nl.poort25.archive;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/** A row as one line of JSON, with the names of its columns; what has no value is left out. */
final class RowLine {
  /** What lets somebody in, and stands in the tables of a demo alone. */
  private static final Set<String> SECRET = Set.of("demo_body");

  private RowLine() {}

  static String of(ResultSet row) throws SQLException {
    var line = Json.createObjectBuilder();
    var columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String name = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
      if (row.getObject(i) != null && !SECRET.contains(name)) {
        add(line, name, row, i, columns.getColumnType(i));
      }
    }
    return line.build().toString();
  }

  private static void add(JsonObjectBuilder line, String name, ResultSet row, int column, int type)
      throws SQLException {
    switch (type) {
      case Types.BOOLEAN, Types.BIT -> line.add(name, row.getBoolean(column));
      case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> line.add(name, row.getLong(column));
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
          line.add(name, row.getObject(column, OffsetDateTime.class).toInstant().toString());
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
          line.add(name, Base64.getEncoder().encodeToString(row.getBytes(column)));
      default -> line.add(name, row.getString(column));
    }
  }
}
