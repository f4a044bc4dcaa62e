package nl.poort25.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.TreeSet;
import nl.poort25.setting.Setting;

/** The row that says which data key this database is encrypted with (its id, not the key). */
final class KeyInUse {
  private static final String CHECK = "this is the key";
  private static final String PLACE = "data_key.check_value:";
  private final Connection connection;

  KeyInUse(Connection connection) {
    this.connection = connection;
  }

  /** Its id; null for one that has none yet. */
  String id() throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select key_id from data_key")) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  /** Of two nodes that start at the same moment the first counts for both. */
  void store(DataKeys keys) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into data_key (id, key_id, check_value, since, erased) values (1, ?, ?,"
                + " current_timestamp, false)")) {
      insert.setString(1, keys.first());
      insert.setString(2, checkValue(keys));
      insert.executeUpdate();
    } catch (SQLException e) {
      if (id() == null) {
        throw e;
      }
    }
  }

  private static String checkValue(DataKeys keys) {
    return keys.encrypt(CHECK, PLACE + keys.first());
  }

  /**
   * @param where the keys are from
   * @throws IllegalStateException with a sentence for the operator if something is encrypted with
   *     none of them
   */
  void mustBeAmong(DataKeys keys, String where) throws SQLException {
    var missing = new TreeSet<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select key_id, check_value from data_key")) {
      rows.next();
      String id = rows.getString(1);
      if (!keys.has(id)) {
        missing.add(id);
      } else if (!CHECK.equals(keys.decrypt(rows.getString(2), PLACE + id))) {
        throw new IllegalStateException("the check value of the data key was altered");
      }
    }
    for (var secret : Secret.values()) {
      // sealed: and the id are of one length
      String query =
          "select distinct substring(%1$s from 1 for 23) from %2$s where %1$s like 'sealed:%%'"
              .formatted(secret.column(), secret.table());
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery(query)) {
        while (rows.next()) {
          String id = rows.getString(1).substring("sealed:".length());
          if (!keys.has(id)) {
            missing.add(id);
          }
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "the data key is another: secrets in the database are encrypted with the key "
              + String.join(", ", missing)
              + ", and "
              + where
              + " has "
              + keys
              + ". Add the line of that key below the first one, from the copy of its file, or name"
              + " the right file with "
              + Setting.DATA_KEY_FILE.key()
              + ". If it is lost for good: src/docs/decisions.md, The data key is lost");
    }
  }

  /** All is under the first of them by now; false where it was before. */
  boolean switchTo(DataKeys keys) throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update data_key set key_id = ?, check_value = ?, since = current_timestamp"
                + " where key_id <> ?")) {
      update.setString(1, keys.first());
      update.setString(2, checkValue(keys));
      update.setString(3, keys.first());
      return update.executeUpdate() > 0;
    }
  }
}
