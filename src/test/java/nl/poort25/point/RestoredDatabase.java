package nl.poort25.point;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.poort25.it.OtherPortal;
import nl.poort25.it.PortalUnderTest;
import nl.poort25.it.PostgreSql;

/**
 * A portal of its own and its database, of which a copy is made and put back while the portal runs.
 */
final class RestoredDatabase implements AutoCloseable {
  /** What such a database can do. */
  interface Copied extends AutoCloseable {
    /** Those of a portal that uses it. */
    Map<String, String> settings();

    void copyTo(Path file);

    /** In place of all that is there. */
    void putBack(Path file);

    @Override
    void close();
  }

  private final Path copy;
  private final Copied database;
  private OtherPortal portal;

  RestoredDatabase(Path folder) {
    copy = folder.resolve("copy");
    database =
        PortalUnderTest.isOnPostgreSql()
            ? new CopiedPostgreSql(new PostgreSql())
            : new CopiedH2(folder);
    start();
  }

  void start() {
    Map<String, String> settings = new LinkedHashMap<>(database.settings());
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

  void copyNow() {
    database.copyTo(copy);
  }

  void putBack() {
    database.putBack(copy);
  }

  @Override
  public void close() {
    portal.close();
    database.close();
  }

  /** By the programs that its operator would use. */
  private record CopiedPostgreSql(PostgreSql server) implements Copied {
    @Override
    public Map<String, String> settings() {
      return server.settings();
    }

    @Override
    public void copyTo(Path file) {
      server.dump(file);
    }

    @Override
    public void putBack(Path file) {
      server.restore(file);
    }

    @Override
    public void close() {
      server.close();
    }
  }
}
