package nl.poort25.it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.tools.Server;

/**
 * An empty database of a test's own that both it and its portal use, of the kind that the tests run
 * on; closing ends it.
 */
public final class OwnDatabase implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private final String name = "own" + COUNT.incrementAndGet();
  private final PostgreSql postgres;
  private final Server h2;

  public OwnDatabase() throws SQLException {
    this(PortalUnderTest.isOnPostgreSql());
  }

  /** Of that kind, whatever the tests run on. */
  OwnDatabase(boolean onPostgreSql) throws SQLException {
    if (onPostgreSql) {
      postgres = new PostgreSql();
      h2 = null;
    } else {
      postgres = null;
      // in memory, and served by this process, so that both can be in it
      System.setProperty("h2.bindAddress", "127.0.0.1");
      h2 = Server.createTcpServer("-tcpPort", "" + FreePort.find(), "-ifNotExists").start();
    }
  }

  public String url() {
    return postgres == null
        ? "jdbc:h2:tcp://127.0.0.1:" + h2.getPort() + "/mem:" + name + ";DB_CLOSE_DELAY=-1"
        : postgres.url();
  }

  public String user() {
    return postgres == null ? "sa" : PostgreSql.USER;
  }

  /** Those of a portal that uses it. */
  public Map<String, String> settings() {
    return Map.of("poort25.db.url", url(), "poort25.db.user", user());
  }

  public Connection open() throws SQLException {
    return DriverManager.getConnection(url(), user(), "");
  }

  /** Entries of the log can be changed from then on. */
  public static void dropAppendOnlyTrigger(Connection database) throws SQLException {
    boolean onPostgreSql = database.getMetaData().getURL().startsWith("jdbc:postgresql:");
    try (var statement = database.createStatement()) {
      statement.execute(
          "drop trigger audit_entry_append_only" + (onPostgreSql ? " on audit_entry" : ""));
    }
  }

  @Override
  public void close() throws SQLException {
    if (postgres != null) {
      postgres.close();
      return;
    }
    h2.stop();
    try (var own = DriverManager.getConnection("jdbc:h2:mem:" + name, user(), "");
        var statement = own.createStatement()) {
      statement.execute("shutdown"); // its rows would stay as long as this process
    }
  }
}
