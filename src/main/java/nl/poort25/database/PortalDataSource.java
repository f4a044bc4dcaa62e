package nl.poort25.database;

import java.io.File;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The database that the URL names, H2 in a file or PostgreSQL, as one plain data source. A
 * statement waits no longer for a lock, and takes no longer, than the settings allow; a connection
 * says truly whether it is still good, so that a pool can throw it away.
 */
public class PortalDataSource implements DataSource {
  /** How long a server may take to answer a question that costs it nothing. */
  private static final int SECONDS_TO_ANSWER = 3;

  private static final int SECONDS_TO_CONNECT = 5;

  /** Longer than anything that is waited for within a transaction. */
  private static final int SECONDS_IDLE = 15;

  /** Of the container; names the pool's validation in {@link Database}. */
  static final String VALIDATION = "org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation";

  private String url = "";
  private String user = "";
  private String password = "";
  private int lockSeconds;
  private int statementSeconds;
  private EmbeddedDatabase embedded;
  private Driver server;

  public void setUrl(String url) {
    this.url = url;
  }

  public void setUser(String user) {
    this.user = user;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  /**
   * @param seconds that a statement waits for a lock; 0 for as long as the database does by itself
   */
  public void setLockSeconds(int seconds) {
    lockSeconds = seconds;
  }

  /**
   * @param seconds that a statement takes at most; 0 for without end
   */
  public void setStatementSeconds(int seconds) {
    statementSeconds = seconds;
  }

  /** The file that the database is in; null for one that has none, or is elsewhere. */
  File file() {
    return url.startsWith("jdbc:h2:") ? EmbeddedDatabase.file(url, user, password) : null;
  }

  /** Whether it goes with this process. */
  boolean isInMemory() {
    return url.startsWith("jdbc:h2:") && EmbeddedDatabase.isInMemory(url, user, password);
  }

  @Override
  public Connection getConnection() throws SQLException {
    open();
    return embedded != null
        ? embedded.connect()
        : CheckedConnection.of(
            server.connect(url, serverSettings()),
            connection -> connection.isValid(SECONDS_TO_ANSWER));
  }

  // at the first connection: the container sets the URL and the rest in any order
  private synchronized void open() throws SQLException {
    if (embedded != null || server != null) {
      return;
    }
    knowValidation();
    if (url.startsWith("jdbc:h2:")) {
      embedded = new EmbeddedDatabase(url, user, password, lockSeconds, statementSeconds);
    } else if (url.startsWith("jdbc:postgresql:")) {
      server = driver();
    } else {
      throw new SQLException(
          "poort25.db.url must begin with jdbc:h2: or jdbc:postgresql:, not " + url);
    }
  }

  /**
   * The container asks this application's class loader for the class that validates a connection,
   * by name, each time one is taken: it would look through all libraries and not find it in them,
   * unless the virtual machine knows that this loader has been asked for it before.
   */
  private static void knowValidation() {
    try {
      Class.forName(VALIDATION, false, PortalDataSource.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      return; // without the container nobody asks
    }
  }

  // by its name: its classes carry annotations that the compiler does not find
  private static Driver driver() throws SQLException {
    try {
      return Class.forName("org.postgresql.Driver")
          .asSubclass(Driver.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new SQLException(e);
    }
  }

  /** How to connect, but for what the URL says itself. */
  private Properties serverSettings() {
    var settings = new Properties();
    settings.setProperty("user", user);
    settings.setProperty("password", password);
    settings.setProperty("connectTimeout", "" + SECONDS_TO_CONNECT);
    settings.setProperty("loginTimeout", "" + 2 * SECONDS_TO_CONNECT);
    settings.setProperty("tcpKeepAlive", "true");
    if (statementSeconds > 0) {
      // for a server that is gone without a word: it would have ended the statement before
      settings.setProperty("socketTimeout", "" + (statementSeconds + SECONDS_TO_CONNECT));
    }
    settings.setProperty(
        "options",
        // of five partners alike it would make a plan for all, and sort the largest one's 100,000
        // rows
        "-c plan_cache_mode=force_custom_plan -c lock_timeout="
            + TimeUnit.SECONDS.toMillis(lockSeconds)
            + " -c statement_timeout="
            + TimeUnit.SECONDS.toMillis(statementSeconds)
            // of a node that stands still in the middle of something: others wait for its rows
            + " -c idle_in_transaction_session_timeout="
            + TimeUnit.SECONDS.toMillis(Math.min(statementSeconds, SECONDS_IDLE)));
    return settings;
  }

  @Override
  public Connection getConnection(String otherUser, String otherPassword) throws SQLException {
    // the container asks so with what it was given for this data source
    return getConnection();
  }

  @Override
  public int getLoginTimeout() {
    return 2 * SECONDS_TO_CONNECT;
  }

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter writer) {}

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw new SQLException("is no " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
