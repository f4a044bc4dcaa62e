package nl.poort25.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Runs the database migrations, or leaves the database as it was. */
final class Migrations {
  private static final List<String> SECONDS =
      List.of("poort25.db.lock.seconds", "poort25.db.statement.seconds", "poort25.db.pool.seconds");

  private Migrations() {}

  /**
   * The database of the settings, without their time-outs: a migration takes as long as it takes.
   *
   * @throws IllegalStateException if one of the settings cannot be used
   */
  static PortalDataSource source(Config config) {
    for (String seconds : SECONDS) {
      config.getOptionalValue(seconds, String.class).ifPresent(value -> check(seconds, value));
    }
    var source = new PortalDataSource();
    source.setUrl(config.getOptionalValue("poort25.db.url", String.class).orElse(Database.URL));
    source.setUser(config.getOptionalValue("poort25.db.user", String.class).orElse("sa"));
    source.setPassword(config.getOptionalValue("poort25.db.password", String.class).orElse(""));
    return source;
  }

  private static void check(String key, String seconds) {
    if (!seconds.strip().matches("[1-9]\\d{0,4}")) {
      throw new IllegalStateException(
          key + " must be a whole number of seconds of at least 1, not " + seconds);
    }
  }

  /**
   * On PostgreSQL each migration is one transaction. H2 commits each statement that changes a
   * table, and a migration that is cut off leaves a database that no portal can use: its file is
   * copied first.
   *
   * @throws IllegalStateException with a sentence for the operator if the database is one of a
   *     newer portal, or a migration cannot be made
   */
  static void run(PortalDataSource source) {
    var file = source.file();
    if (file == null) {
      var flyway = configuration(source).load();
      refuseNewer(flyway);
      flyway.migrate();
      return;
    }
    try (var before = new MigrationBackup(file.toPath())) {
      before.restore();
      boolean isNew = file.length() == 0;
      before.makePrivate();
      var flyway = configuration(source).load();
      refuseNewer(flyway);
      if (flyway.info().pending().length > 0) {
        if (isNew) {
          before.markEmpty();
        } else {
          shutDown(source);
          before.copy();
        }
        migrate(flyway, source, before);
      }
      shutDown(source);
      before.delete();
    }
  }

  private static void migrate(Flyway flyway, PortalDataSource source, MigrationBackup before) {
    try {
      flyway.migrate();
    } catch (RuntimeException e) {
      shutDown(source);
      before.restore();
      throw e;
    }
  }

  /** Writes all of it into the file and closes that, whatever the URL says of closing. */
  static void shutDown(DataSource source) {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("shutdown");
    } catch (SQLException e) {
      // it closed itself, or cannot be opened again: the next that opens it says so
    }
  }

  /** A portal that is older than its database would write by rules that no longer hold. */
  static void refuseNewer(Flyway flyway) {
    String unknown =
        Arrays.stream(flyway.info().all())
            .filter(migration -> isUnknown(migration.getState()))
            .map(migration -> migration.getVersion() + " (" + migration.getDescription() + ")")
            .collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      throw new IllegalStateException(
          "the database is one of a newer portal: it has the migrations "
              + unknown
              + ", and this portal knows those up to "
              + newestKnown(flyway)
              + ". Start the portal that it was started with last, or put back a copy of the"
              + " database from before that");
    }
  }

  private static boolean isUnknown(MigrationState state) {
    return state.isApplied() && !state.isResolved();
  }

  private static String newestKnown(Flyway flyway) {
    return Arrays.stream(flyway.info().all())
        .filter(migration -> migration.getState().isResolved())
        .map(MigrationInfo::getVersion)
        .filter(Objects::nonNull) // that the schema was made is a step without one
        .max(java.util.Comparator.naturalOrder())
        .map(Object::toString)
        .orElse("none");
  }

  static FluentConfiguration configuration(DataSource source) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:db/migration")
        .placeholders(Map.of("bytewise", bytewise(source)))
        .javaMigrations(
            new V002__append_only_audit(),
            new V031__names_as_people_read_them(),
            new V035__relay_changes());
  }

  private static String bytewise(DataSource source) {
    try (var connection = source.getConnection()) {
      return bytewise(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("the database cannot be reached: " + e.getMessage(), e);
    }
  }

  /** What makes PostgreSQL compare byte by byte, as H2 does by itself. */
  static String bytewise(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
        ? " collate \"C\""
        : "";
  }
}
