package nl.poort25.database;

import java.sql.SQLException;
import java.util.Optional;

/** A database as the first start of a portal leaves it, for whoever fills it before that. */
public final class NewPortalDatabase {
  private NewPortalDatabase() {}

  /** With its tables, and its data key where the portal looks for it; also for this process. */
  public static void make(String url, String user, String password) throws SQLException {
    var source = new PortalDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    Migrations.run(source);
    try (var connection = source.getConnection()) {
      var inUse = new KeyInUse(connection);
      var keys = ConfiguredKeys.find(source, key -> Optional.empty(), inUse.id()).keys();
      if (inUse.id() == null) {
        inUse.store(keys);
      }
      Secret.setKeys(keys);
    }
  }
}
