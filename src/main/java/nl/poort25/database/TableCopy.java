package nl.poort25.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Copies the rows of a table from H2 to the same table of PostgreSQL, and compares them there. */
final class TableCopy {
  private static final int BATCH = 1000;
  private final String table;
  private final List<Column> columns;

  /**
   * @param name in small letters
   * @param type of {@link Types}, as PostgreSQL has it
   */
  record Column(String name, int type) {
    /** Null for none; as either database gives it alike. */
    Object read(ResultSet row, int position) throws SQLException {
      if (type == Types.TIMESTAMP || type == Types.TIMESTAMP_WITH_TIMEZONE) {
        var at = row.getObject(position, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
      }
      if (type == Types.DATE) {
        return row.getObject(position, LocalDate.class);
      }
      if (type == Types.BINARY) {
        return row.getBytes(position);
      }
      if (type == Types.BIT || type == Types.BOOLEAN) {
        boolean is = row.getBoolean(position);
        return row.wasNull() ? null : is;
      }
      if (type == Types.BIGINT || type == Types.INTEGER) {
        long number = row.getLong(position);
        return row.wasNull() ? null : type == Types.BIGINT ? (Object) number : (int) number;
      }
      return row.getString(position);
    }

    private void write(PreparedStatement into, int position, Object value) throws SQLException {
      if (value instanceof java.time.Instant at) {
        into.setObject(position, at.atOffset(ZoneOffset.UTC));
      } else if (value == null) {
        into.setNull(position, type);
      } else {
        into.setObject(position, value);
      }
    }
  }

  /**
   * @param to a PostgreSQL database that has the table
   */
  TableCopy(Connection to, String table) throws SQLException {
    this.table = table;
    columns = columns(to, table);
  }

  private static List<Column> columns(Connection of, String table) throws SQLException {
    var columns = new ArrayList<Column>();
    try (var found = of.getMetaData().getColumns(null, of.getSchema(), table, "%")) {
      while (found.next()) {
        columns.add(
            new Column(
                found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                found.getInt("DATA_TYPE")));
      }
    }
    return columns;
  }

  String table() {
    return table;
  }

  /**
   * @throws IllegalStateException if the two tables have not the same columns
   */
  void mustBeAlike(Connection from) throws SQLException {
    var theirs = names(columns(from, table.toUpperCase(Locale.ROOT)));
    if (!theirs.equals(names(columns))) {
      throw new IllegalStateException(table + " has other columns: " + theirs);
    }
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).sorted().toList();
  }

  /** All rows, as they are, with their ids. */
  RowSum copy(Connection from, Connection to) throws SQLException {
    var sum = new RowSum();
    String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
    try (var rows = all(from);
        var insert =
            to.prepareStatement(
                "insert into " + table + " (" + list() + ") values (" + marks + ")")) {
      while (rows.next()) {
        var values = values(rows);
        sum.add(values);
        for (int i = 0; i < columns.size(); i++) {
          columns.get(i).write(insert, i + 1, values.get(i));
        }
        insert.addBatch();
        if (sum.count() % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
    return sum;
  }

  /** What stands there now. */
  RowSum sum(Connection of) throws SQLException {
    var sum = new RowSum();
    try (var rows = all(of)) {
      while (rows.next()) {
        sum.add(values(rows));
      }
    }
    return sum;
  }

  /** Of the row that the cursor is at. */
  private List<Object> values(ResultSet row) throws SQLException {
    var values = new ArrayList<Object>();
    for (var column : columns) {
      values.add(column.read(row, values.size() + 1));
    }
    return values;
  }

  private ResultSet all(Connection of) throws SQLException {
    var statement = of.createStatement();
    statement.closeOnCompletion();
    statement.setFetchSize(BATCH); // not all rows at once in memory
    return statement.executeQuery("select " + list() + " from " + table);
  }

  private String list() {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }
}
