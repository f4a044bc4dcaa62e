package nl.poort25.database;

import java.io.File;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.h2.engine.ConnectionInfo;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;

/**
 * H2 in this process, which is opened again after it has closed itself. It does that for good when
 * a write fails: a full disk, or a thread that is interrupted while it writes. Every connection
 * that it had is then useless, and each that is still used takes the database that was opened after
 * it from the list of those that are open, whose file then stays locked. So all are closed before
 * it is opened again.
 *
 * <p>A plain data source because H2's own is one for distributed transactions too, and the
 * container then uses it as such: each connection handle that it gives back rolls back, and with
 * WRITE_DELAY=0 that takes the lock of the whole store, also after a transaction that only read.
 */
final class EmbeddedDatabase {
  /**
   * Bytes that must be free before it is opened again. With less, the next write would close it
   * again, and half of the pages would fail in the middle.
   */
  static final long ROOM = 4L * 1024 * 1024;

  /** SQLSTATE of PostgreSQL for the same. */
  private static final String DISK_FULL = "53100";

  private final JdbcDataSource h2 = new JdbcDataSource();
  private final File folder;
  private final Set<JdbcConnection> connections = ConcurrentHashMap.newKeySet();

  /** Whether it has closed itself and was not opened again yet. */
  private volatile boolean fell;

  EmbeddedDatabase(
      String url, String user, String password, int lockSeconds, int statementSeconds) {
    var all = new StringBuilder(url);
    add(all, "DB_CLOSE_ON_EXIT", "FALSE");
    // each commit is written through: with the default a killed process loses answered ones
    add(all, "WRITE_DELAY", "0");
    // kilobytes: with 16,384, the default, lists of 100,000 domains read and unpacked the same
    // pages again and again
    add(all, "CACHE_SIZE", "65536");
    // statements that a connection keeps as it has read them: more than a page's and the next's
    add(all, "QUERY_CACHE_SIZE", "64");
    // none of them keeps its last result: of a search that is 5,000 rows, for each connection
    add(all, "OPTIMIZE_REUSE_RESULTS", "FALSE");
    // its own log eats what is freed on a full disk, and says nothing that ours does not
    add(all, "TRACE_LEVEL_FILE", "0");
    if (lockSeconds > 0) {
      add(all, "LOCK_TIMEOUT", "" + TimeUnit.SECONDS.toMillis(lockSeconds));
    }
    if (statementSeconds > 0) {
      add(all, "QUERY_TIMEOUT", "" + TimeUnit.SECONDS.toMillis(statementSeconds));
    }
    h2.setURL(all.toString());
    h2.setUser(user);
    h2.setPassword(password);
    var file = file(url, user, password);
    folder = file == null ? null : file.getParentFile();
  }

  // what the URL says itself stays
  private static void add(StringBuilder url, String name, String value) {
    if (!url.toString().toUpperCase(Locale.ROOT).contains(";" + name + "=")) {
      url.append(';').append(name).append('=').append(value);
    }
  }

  /** The file of the database of that URL, whether it is there or not; null where it has none. */
  static File file(String url, String user, String password) {
    var named = new ConnectionInfo(url, null, user, password);
    return named.isPersistent() && !named.isRemote() ? new File(named.getName() + ".mv.db") : null;
  }

  static boolean isInMemory(String url, String user, String password) {
    var named = new ConnectionInfo(url, null, user, password);
    return !named.isPersistent() && !named.isRemote();
  }

  synchronized Connection connect() throws SQLException {
    connections.removeIf(EmbeddedDatabase::isClosed);
    if (!connections.stream().allMatch(this::isGood)) {
      connections.forEach(EmbeddedDatabase::discard);
      connections.clear();
    }
    if (fell && folder != null && folder.getUsableSpace() < ROOM) {
      throw new SQLException("no room is left in " + folder, DISK_FULL);
    }
    var connection = (JdbcConnection) h2.getConnection();
    fell = false;
    connections.add(connection);
    return CheckedConnection.of(connection, this::isGood);
  }

  /** Whether it is open, and its database too. */
  private boolean isGood(JdbcConnection connection) {
    if (isClosed(connection)) {
      return false;
    }
    try {
      if (connection.getSession() instanceof SessionLocal session
          && session.getDatabase().getStore().getMvStore().isClosed()) {
        fell = true;
        return false;
      }
      return true;
    } catch (RuntimeException e) {
      return false; // it is being closed
    }
  }

  private static boolean isClosed(JdbcConnection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return true;
    }
  }

  private static void discard(JdbcConnection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // it says once more that its database is closed
    }
  }
}
