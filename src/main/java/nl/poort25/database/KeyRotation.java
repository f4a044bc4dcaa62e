package nl.poort25.database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;

/**
 * Runs at each start before any secret is read: finds the data keys, checks that they belong to
 * this database, encrypts secrets that an older portal stored in clear, and re-encrypts those under
 * another key (key rotation). It works in batches, each a transaction of its own; the next start
 * resumes one that was cut off.
 */
final class KeyRotation {
  private static final int BATCH = 500;
  private static final Logger LOG = System.getLogger(KeyRotation.class.getName());

  private final PortalDataSource source;
  private final Connection connection;
  private final String where;
  private final DataKeys keys;
  private final KeyInUse inDatabase;

  private KeyRotation(PortalDataSource source, Connection connection, ConfiguredKeys found) {
    this.source = source;
    this.connection = connection;
    where = found.where();
    keys = found.keys();
    inDatabase = new KeyInUse(connection);
  }

  /**
   * @param source of a database after its migrations
   * @throws IllegalStateException with a sentence for the operator if the keys are not there, or
   *     not those of this database
   */
  static void run(PortalDataSource source, Config config) {
    try (var connection = source.getConnection()) {
      String inUse = new KeyInUse(connection).id();
      var found =
          ConfiguredKeys.find(source, key -> config.getOptionalValue(key, String.class), inUse);
      new KeyRotation(source, connection, found).start(inUse);
    } catch (SQLException e) {
      throw new IllegalStateException("the secrets in the database cannot be encrypted", e);
    }
    if (source.file() != null) {
      Migrations.shutDown(source); // whatever the URL says of closing
      PrivateFiles.tighten(source.file().getAbsoluteFile().toPath());
    }
  }

  private void start(String inUse) throws SQLException {
    if (inUse == null) {
      inDatabase.store(keys);
    }
    inDatabase.mustBeAmong(keys, where);
    int plain = 0;
    int changed = 0;
    for (var secret : Secret.values()) {
      var batch = new Batch(0, 0, 0);
      do {
        batch = seal(secret, batch.last());
        plain += batch.plain();
        changed += batch.changed();
      } while (batch.last() > 0);
    }
    forgetOldKey(changed);
    if (plain > 0) {
      LOG.log(
          inUse == null ? Level.INFO : Level.WARNING,
          "{0} secrets stood in clear in the database and are encrypted now",
          plain);
    }
    if (mayHaveLeft()) {
      eraseWhatIsLeft();
    }
    Secret.setKeys(keys);
  }

  /**
   * @param last the id of the last row that was looked at; 0 after the last batch
   */
  private record Batch(long last, int plain, int changed) {}

  private Batch seal(Secret secret, long after) throws SQLException {
    long last = 0;
    int looked = 0;
    int plain = 0;
    int changed = 0;
    connection.setAutoCommit(false);
    String query =
        "select id, %s, %s from %s where %2$s is not null and id > ? order by id"
            .formatted(secret.row(), secret.column(), secret.table());
    String update =
        "update %s set %s = ? where id = ? and %2$s = ?".formatted(secret.table(), secret.column());
    try (var select = connection.prepareStatement(query + " fetch first " + BATCH + " rows only");
        var write = connection.prepareStatement(update)) {
      select.setLong(1, after);
      try (var rows = select.executeQuery()) {
        for (; rows.next(); looked++) {
          last = rows.getLong(1);
          String stored = rows.getString(3);
          String key = DataKeys.keyOf(stored);
          if (keys.first().equals(key)) {
            continue;
          }
          String place = secret.place(rows.getString(2));
          write.setString(
              1, keys.encrypt(key == null ? stored : keys.decrypt(stored, place), place));
          write.setLong(2, last);
          write.setString(3, stored);
          write.executeUpdate(); // none where another node was first
          plain += key == null ? 1 : 0;
          changed += key == null ? 0 : 1;
        }
      }
      if (plain > 0) {
        update("update data_key set erased = false");
      }
      connection.commit();
    } finally {
      connection.setAutoCommit(true);
    }
    return new Batch(looked < BATCH ? 0 : last, plain, changed);
  }

  /** All is under the first key by now. */
  private void forgetOldKey(int changed) throws SQLException {
    if (inDatabase.switchTo(keys) || changed > 0) {
      LOG.log(
          Level.INFO,
          "the data key was changed: {0} secrets are under the key {1} now",
          changed,
          keys.first());
    }
    if (keys.size() > 1) {
      LOG.log(
          Level.INFO,
          "all secrets in the database are under the first key of {0}: once every node was started"
              + " with it, the lines of the others may be removed; copies of the database from"
              + " before need them",
          where);
    }
  }

  /** Whether what was written over may still stand in the free space of the files. */
  private boolean mayHaveLeft() throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select id from data_key where not erased")) {
      return rows.next();
    }
  }

  private void eraseWhatIsLeft() throws SQLException {
    if (source.file() != null) {
      update("shutdown compact");
      try (var again = source.getConnection();
          var statement = again.createStatement()) {
        statement.execute("update data_key set erased = true");
      }
      return;
    }
    if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
      for (var secret : Secret.values()) {
        update("vacuum full " + secret.table());
      }
    }
    update("update data_key set erased = true");
  }

  private void update(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
