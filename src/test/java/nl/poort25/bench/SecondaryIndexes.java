package nl.poort25.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.poort25.database.ServerIndexes;

/**
 * The indexes and foreign keys of a database while it is filled: gone before, made anew after it.
 * With them in place each row is written to some ten places, and the file of H2 grows to thirty
 * times its size.
 */
final class SecondaryIndexes {
  private static final Pattern TABLE =
      Pattern.compile("(?:ALTER TABLE|ON) \"?PUBLIC\"?\\.\"?(\\w+)\"?", Pattern.CASE_INSENSITIVE);

  /**
   * @param drop what takes it away
   * @param make what brings it back
   */
  private record Part(String drop, String make) {}

  private final Connection database;
  private final List<Part> parts = new ArrayList<>();
  private final ServerIndexes server;

  SecondaryIndexes(Connection database) {
    this.database = database;
    server = new ServerIndexes(database);
  }

  void drop() throws SQLException {
    if (isPostgreSql(database)) {
      server.drop();
      database.commit();
      return;
    }
    readH2();
    for (var part : parts) {
      execute(part.drop());
    }
  }

  void make() throws SQLException {
    server.make();
    database.commit();
    for (int i = parts.size() - 1; i >= 0; i--) {
      execute(parts.get(i).make());
    }
  }

  static boolean isPostgreSql(Connection database) throws SQLException {
    return database.getMetaData().getDatabaseProductName().equals("PostgreSQL");
  }

  private void execute(String sql) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(sql);
    }
    database.commit();
  }

  private void readH2() throws SQLException {
    var indexes = new ArrayList<Part>();
    try (var statement = database.createStatement();
        var rows = statement.executeQuery("script nodata nopasswords nosettings")) {
      while (rows.next()) {
        String sql = rows.getString(1);
        var table = TABLE.matcher(sql);
        if (sql.contains("flyway") || !table.find()) {
          continue;
        }
        if (sql.startsWith("CREATE INDEX")) {
          indexes.add(new Part("drop index " + sql.split(" ")[2], sql));
        } else if (sql.contains(" FOREIGN KEY(")) {
          String name = sql.split(" CONSTRAINT ")[1].split(" ")[0];
          parts.add(new Part("alter table " + table.group(1) + " drop constraint " + name, sql));
        }
      }
    }
    parts.addAll(indexes);
  }
}
