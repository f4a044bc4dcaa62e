package nl.poort25.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts rows into every table of a schema, whichever it is, by what the schema says of itself: of
 * each table one with every optional column empty, and one with every column filled.
 */
final class RowsOfEveryTable {
  private static final int EACH = 2;
  private final Connection connection;
  private final DatabaseMetaData about;
  private final String schema;

  /** The key of each row by its table, to refer to. */
  private final Map<String, List<Object>> keys = new HashMap<>();

  /** What was asked of the schema once, which PostgreSQL takes its time for. */
  private final Map<String, Map<String, String>> references = new HashMap<>();

  private int count = 1_000;

  RowsOfEveryTable(Connection connection) throws SQLException {
    this.connection = connection;
    about = connection.getMetaData();
    schema = connection.getSchema();
  }

  private record Column(String name, int type, int size, boolean optional, boolean given) {}

  /** Each table after those that it refers to. */
  void fill() throws SQLException {
    var left = new ArrayList<>(tables());
    while (!left.isEmpty()) {
      String next = next(left);
      fill(next, references(next));
      left.remove(next);
    }
  }

  /** One that refers to nothing that is empty yet; where there is none, one that need not. */
  private String next(List<String> left) throws SQLException {
    for (boolean optional : new boolean[] {false, true}) {
      for (String table : left) {
        var refers = references(table);
        if (refers.values().stream().allMatch(to -> to.equals(table) || keys.containsKey(to))
            || (optional && isOptional(table, refers))) {
          return table;
        }
      }
    }
    throw new IllegalStateException("these tables refer to each other: " + left);
  }

  /** How many rows each table has. */
  Map<String, Integer> counts() throws SQLException {
    var counts = new TreeMap<String, Integer>();
    for (String table : tables()) {
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery("select count(*) from " + table)) {
        rows.next();
        counts.put(table, rows.getInt(1));
      }
    }
    return counts;
  }

  private List<String> tables() throws SQLException {
    var tables = new ArrayList<String>();
    try (var rows = about.getTables(null, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (rows.next()) {
        String name = rows.getString("TABLE_NAME");
        if (!name.equalsIgnoreCase("flyway_schema_history")) {
          tables.add(name);
        }
      }
    }
    Collections.sort(tables);
    return tables;
  }

  /** The table that each of its columns refers to. */
  private Map<String, String> references(String table) throws SQLException {
    var known = references.get(table);
    if (known == null) {
      known = readReferences(table);
      references.put(table, known);
    }
    return known;
  }

  private Map<String, String> readReferences(String table) throws SQLException {
    var references = new LinkedHashMap<String, String>();
    try (var rows = about.getImportedKeys(null, schema, table)) {
      while (rows.next()) {
        references.put(rows.getString("FKCOLUMN_NAME"), rows.getString("PKTABLE_NAME"));
      }
    }
    return references;
  }

  private boolean isOptional(String table, Map<String, String> refers) throws SQLException {
    return columns(table).stream()
        .filter(column -> refers.containsKey(column.name()))
        .allMatch(column -> column.optional() || keys.containsKey(refers.get(column.name())));
  }

  private List<Column> columns(String table) throws SQLException {
    var columns = new ArrayList<Column>();
    try (var rows = about.getColumns(null, schema, table, "%")) {
      while (rows.next()) {
        columns.add(
            new Column(
                rows.getString("COLUMN_NAME"),
                rows.getInt("DATA_TYPE"),
                rows.getInt("COLUMN_SIZE"),
                rows.getInt("NULLABLE") == DatabaseMetaData.columnNullable,
                "YES".equals(rows.getString("IS_AUTOINCREMENT"))
                    || "YES".equals(rows.getString("IS_GENERATEDCOLUMN"))));
      }
    }
    return columns;
  }

  private void fill(String table, Map<String, String> refers) throws SQLException {
    var all =
        columns(table).stream()
            .filter(column -> !column.given())
            .filter(
                column ->
                    !refers.containsKey(column.name())
                        || keys.containsKey(refers.get(column.name())))
            .toList();
    for (int i = 0; i < EACH; i++) {
      boolean empty = i == 0;
      count++;
      insert(table, all.stream().filter(column -> !empty || !column.optional()).toList(), refers);
    }
    keys.put(table, keysOf(table));
  }

  private void insert(String table, List<Column> columns, Map<String, String> refers)
      throws SQLException {
    var names = columns.stream().map(Column::name).toList();
    String sql =
        columns.isEmpty()
            ? "insert into " + table + " default values"
            : "insert into %s (%s) values (%s)"
                .formatted(
                    table,
                    String.join(", ", names),
                    String.join(", ", Collections.nCopies(names.size(), "?")));
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < columns.size(); i++) {
        set(statement, i + 1, columns.get(i), keys.get(refers.get(columns.get(i).name())));
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new SQLException(table + ": " + e.getMessage(), e.getSQLState(), e);
    }
  }

  private void set(PreparedStatement statement, int at, Column column, List<Object> referred)
      throws SQLException {
    if (referred != null) {
      statement.setObject(at, referred.get(count % referred.size()));
      return;
    }
    switch (column.type()) {
      case Types.BOOLEAN, Types.BIT -> statement.setBoolean(at, false);
      case Types.SMALLINT, Types.INTEGER -> statement.setInt(at, count);
      case Types.BIGINT -> statement.setLong(at, count);
      case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP ->
          statement.setTimestamp(at, Timestamp.from(Instant.now()));
      case Types.DATE -> statement.setObject(at, java.time.LocalDate.of(2026, 11, 30));
      case Types.BINARY, Types.VARBINARY, Types.BLOB, Types.LONGVARBINARY ->
          statement.setBytes(at, new byte[] {(byte) count});
      default -> {
        String text = "x" + count;
        statement.setString(
            at,
            text.length() > column.size() && column.size() > 0
                ? text.substring(text.length() - column.size())
                : text);
      }
    }
  }

  /** Of its primary key, where that is one column. */
  private List<Object> keysOf(String table) throws SQLException {
    var columns = new ArrayList<String>();
    try (var rows = about.getPrimaryKeys(null, schema, table)) {
      while (rows.next()) {
        columns.add(rows.getString("COLUMN_NAME"));
      }
    }
    var found = new ArrayList<>();
    if (columns.size() == 1) {
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery("select " + columns.get(0) + " from " + table)) {
        while (rows.next()) {
          found.add(rows.getObject(1));
        }
      }
    }
    return found;
  }
}
