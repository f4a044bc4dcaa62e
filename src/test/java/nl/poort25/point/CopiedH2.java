package nl.poort25.point;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import nl.poort25.it.FreePort;
import org.h2.tools.Server;

/** A database in a file behind a server of H2's, so that it can be put back while it is used. */
final class CopiedH2 implements RestoredDatabase.Copied {
  private static final int TRIES = 50; // the portal may hold a lock
  private final Server server;
  private final String url;

  CopiedH2(Path folder) {
    System.setProperty("h2.bindAddress", "127.0.0.1");
    try {
      server =
          Server.createTcpServer(
                  "-tcpPort", "" + FreePort.find(), "-baseDir", "" + folder, "-ifNotExists")
              .start();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    url = "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/./portal";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("poort25.db.url", url + ";WRITE_DELAY=0");
  }

  @Override
  public void copyTo(Path file) {
    run("script drop to '" + file + "'");
  }

  @Override
  public void putBack(Path file) {
    run("drop all objects", "runscript from '" + file + "'");
  }

  private void run(String... statements) {
    for (int tries = 1; ; tries++) {
      try (var connection = DriverManager.getConnection(url, "sa", "");
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
    server.stop();
  }
}
