package nl.poort25.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import nl.poort25.web.Setting;

/** The portal's database and its secrets, for a command that changes nothing. */
public final class OnlyRead {
  private final Function<String, Optional<String>> settings;

  /**
   * @param settings of the portal, by their keys
   */
  public OnlyRead(Function<String, Optional<String>> settings) {
    this.settings = settings;
  }

  /**
   * @throws SQLException where the database cannot be read; of H2, while a portal has its file open
   * @throws IllegalStateException with a sentence for the operator, where the data key is not there
   *     or malformed
   */
  public Connection open() throws SQLException {
    Secret.use(keys());
    String url = url();
    var connection =
        DriverManager.getConnection(
            url.startsWith("jdbc:h2:file:") ? url + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r" : url,
            setting("poort25.db.user", "sa"),
            setting("poort25.db.password", ""));
    connection.setReadOnly(true);
    return connection;
  }

  private DataKeys keys() {
    String given = setting(Setting.DATA_KEY.key(), "");
    if (!given.isEmpty()) {
      return DataKeys.parse(given, "the setting " + Setting.DATA_KEY.key());
    }
    String named = setting(Setting.DATA_KEY_FILE.key(), "");
    var source = new PortalDataSource();
    source.setUrl(url());
    var file = named.isEmpty() ? KeyFile.beside(source.file()) : new KeyFile(Path.of(named));
    if (!file.exists()) {
      throw new IllegalStateException(
          "the data key is missing: there is no file "
              + file.path()
              + "; name it with "
              + Setting.DATA_KEY_FILE.key());
    }
    return file.read();
  }

  private String url() {
    return setting("poort25.db.url", Database.URL);
  }

  private String setting(String key, String byDefault) {
    return settings.apply(key).orElse(byDefault).strip();
  }
}
