package nl.poort25.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

/** Read-only access to the portal's database and its secrets, for command-line programs. */
public final class ReadOnlyDatabase {
  private final Function<String, Optional<String>> settings;

  /**
   * @param settings of the portal, by their keys
   */
  public ReadOnlyDatabase(Function<String, Optional<String>> settings) {
    this.settings = settings;
  }

  /**
   * @throws SQLException where the database cannot be read; of H2, while a portal has its file open
   * @throws IllegalStateException with a sentence for the operator, where the data key is not there
   *     or malformed
   */
  public Connection open() throws SQLException {
    String url = url();
    var connection =
        DriverManager.getConnection(
            url.startsWith("jdbc:h2:file:") ? url + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r" : url,
            setting("poort25.db.user", "sa"),
            setting("poort25.db.password", ""));
    String inUse = new KeyInUse(connection).id();
    if (inUse != null) { // no secrets without one, and none is made here
      var source = new PortalDataSource();
      source.setUrl(url);
      Secret.setKeys(ConfiguredKeys.find(source, settings, inUse).keys());
    }
    connection.setReadOnly(true);
    return connection;
  }

  private String url() {
    return setting("poort25.db.url", Database.URL);
  }

  private String setting(String key, String byDefault) {
    return settings.apply(key).orElse(byDefault).strip();
  }
}
