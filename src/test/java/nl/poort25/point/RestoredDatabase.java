package nl.poort25.point;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.poort25.it.FreePort;
import nl.poort25.it.OtherPortal;
import org.h2.tools.Server;

/**
 * A portal on a database in a file, which a server of the test's own keeps, so that the test can
 * make a copy and put it back: beneath the running portal, or while it is stopped.
 */
final class RestoredDatabase implements AutoCloseable {
  private static final int TRIES = 50;
  private final Path folder;
  private final Server server;
  private final String database;
  private OtherPortal portal;

  RestoredDatabase(Path folder) {
    this.folder = folder;
    System.setProperty("h2.bindAddress", "127.0.0.1");
    try {
      server =
          Server.createTcpServer(
                  "-tcpPort", "" + FreePort.find(), "-baseDir", "" + folder, "-ifNotExists")
              .start();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    database = "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/./portal";
    start();
  }

  void start() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("poort25.db.url", database + ";WRITE_DELAY=0");
    settings.put("poort25.relay.mailstore", "192.0.2.50");
    settings.put("poort25.point.silent.seconds", "6");
    portal = new OtherPortal(settings);
  }

  void stop() {
    portal.close();
  }

  String url() {
    return portal.url();
  }

  private Path copy() {
    return folder.resolve("copy.sql");
  }

  void copyNow() {
    run("script drop to '" + copy() + "'");
  }

  void putBack() {
    run("drop all objects", "runscript from '" + copy() + "'");
  }

  private void run(String... statements) {
    for (int tries = 1; ; tries++) {
      try (var connection = DriverManager.getConnection(database, "sa", "");
          var statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
        return;
      } catch (SQLException e) {
        if (tries == TRIES) {
          throw new AssertionError(e);
        }
      }
    }
  }

  @Override
  public void close() {
    portal.close();
    server.stop();
  }
}
