package nl.poort25.database;

import java.nio.file.Path;
import java.sql.SQLException;

/** An embedded database as an older portal left it. */
final class OlderDatabase {
  private final PortalDataSource source = new PortalDataSource();

  /**
   * @param version of its last migration
   */
  OlderDatabase(Path folder, String version) {
    source.setUrl("jdbc:h2:file:" + folder.resolve("portal"));
    source.setUser("sa");
    Migrations.configuration(source).target(version).load().migrate();
  }

  /** As this portal does when it starts. */
  void migrate() {
    Migrations.configuration(source).load().migrate();
  }

  void run(String... statements) throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The first column of the first row. */
  String one(String query) throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
