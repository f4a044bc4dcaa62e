package nl.poort25.database;

import java.sql.SQLException;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.poort25.it.PortalUnderTest;
import nl.poort25.it.PostgreSql;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ds.common.BaseDataSource;

/** A database with our tables and what migrations put there; closing takes all of it away. */
final class MigratedDatabase implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private final DataSource source;
  private final Flyway flyway;
  private final Runnable end;

  private MigratedDatabase(DataSource source, MigrationVersion version, Runnable end) {
    this.source = source;
    this.end = end;
    flyway = Migrations.configuration(source).target(version).load();
    flyway.migrate();
  }

  /** Of the kind that the tests run on, as this portal leaves it. */
  static MigratedDatabase make() {
    return make(MigrationVersion.LATEST);
  }

  /**
   * The same, as an older portal left it.
   *
   * @param version of its last migration
   */
  static MigratedDatabase make(String version) {
    return make(MigrationVersion.fromVersion(version));
  }

  private static MigratedDatabase make(MigrationVersion version) {
    if (PortalUnderTest.isOnPostgreSql()) {
      return Server.OF_THIS_PROCESS.make(version);
    }
    return onH2("jdbc:h2:mem:test" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1", version);
  }

  /** The embedded one, as this portal leaves it. */
  static MigratedDatabase onH2(String url) {
    return onH2(url, MigrationVersion.LATEST);
  }

  private static MigratedDatabase onH2(String url, MigrationVersion version) {
    var h2 = new JdbcDataSource();
    h2.setURL(url);
    return new MigratedDatabase(
        h2, version, () -> Migrations.configuration(h2).cleanDisabled(false).load().clean());
  }

  DataSource source() {
    return source;
  }

  Flyway flyway() {
    return flyway;
  }

  @Override
  public void close() {
    end.run();
  }

  /**
   * Started when the first test asks for it, ended with this process. Each database is a copy of
   * one that was migrated before, which takes a tenth of the time.
   */
  private static final class Server {
    private static final int MOST_CONNECTIONS = 60;
    static final Server OF_THIS_PROCESS = new Server();
    private final PostgreSql server = new PostgreSql();
    private final TreeMap<MigrationVersion, String> templates = new TreeMap<>();

    private Server() {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "ends PostgreSQL"));
    }

    synchronized MigratedDatabase make(MigrationVersion version) {
      var before = templates.floorEntry(version);
      if (before == null || !before.getKey().equals(version)) {
        String name = create(before == null ? "template1" : before.getValue());
        Migrations.configuration(simple(name)).target(version).load().migrate();
        templates.put(version, name);
      }
      String name = create(templates.get(version));
      var pool = JdbcConnectionPool.create(source(name)); // a process for each would be most of it
      pool.setMaxConnections(MOST_CONNECTIONS);
      return new MigratedDatabase(
          pool,
          version,
          () -> {
            pool.dispose();
            run("drop database " + name + " with (force)");
          });
    }

    private String create(String template) {
      String name = "test" + COUNT.incrementAndGet();
      run("create database " + name + " template " + template);
      return name;
    }

    private void run(String sql) {
      try (var connection = simple("postgres").getConnection();
          var statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private PGSimpleDataSource simple(String database) {
      var source = new PGSimpleDataSource();
      address(source, database);
      return source;
    }

    private PGConnectionPoolDataSource source(String database) {
      var source = new PGConnectionPoolDataSource();
      address(source, database);
      return source;
    }

    private void address(BaseDataSource source, String database) {
      source.setUrl(server.url().replaceAll("/postgres$", "/" + database));
      source.setUser(PostgreSql.USER);
    }
  }
}
