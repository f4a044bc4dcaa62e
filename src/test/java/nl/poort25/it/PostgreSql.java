package nl.poort25.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL server of a test's own on loopback, empty; closing ends it and removes its data. */
public final class PostgreSql implements AutoCloseable {
  /** Its superuser, who needs no password. */
  public static final String USER = "poort25";

  private final int port = FreePort.find();
  private final Path folder;
  private Started server;

  public PostgreSql() {
    Path initdb = RealPart.of("initdb", versions());
    RealPart.of("postgres", versions());
    try {
      folder = Files.createTempDirectory("poort25-postgresql");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (isRoot()) {
      run(List.of("chown", "postgres", folder.toString()));
    }
    run(
        asItself(
            List.of(
                initdb.toString(),
                "-D",
                data(),
                "-U",
                USER,
                "-A",
                "trust",
                "-N",
                "-E",
                "UTF8",
                "--locale=C",
                "--locale-provider=icu",
                "--icu-locale=nl")));
    start();
  }

  /** Ends it as its operator would, without waiting for its clients. */
  public void stop() {
    String control = RealPart.of("pg_ctl", versions()).toString();
    run(asItself(List.of(control, "stop", "-s", "-m", "fast", "-D", data())));
    server.close();
  }

  /** Again, with what it had. */
  public void start() {
    Path postgres = RealPart.of("postgres", versions());
    server =
        new Started(
            asItself(
                List.of(
                    postgres.toString(),
                    "-D",
                    data(),
                    "-p",
                    "" + port,
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    "unix_socket_directories=",
                    "-c",
                    "lc_messages=C",
                    "-c",
                    // the machine does not fail in a test; what is measured waits for the disk
                    "fsync=" + (Trials.isLong() ? "on" : "off"))),
            "ready to accept connections",
            30,
            null);
  }

  /** A copy of all of it, by its own program, while it is used. */
  public void dump(Path file) {
    String dump = RealPart.of("pg_dump", versions()).toString();
    run(List.of(dump, "--format=custom", "--dbname=" + address(), "--file=" + file));
  }

  /** Such a copy in place of what is there, while it is used. */
  public void restore(Path file) {
    String restore = RealPart.of("pg_restore", versions()).toString();
    run(
        List.of(
            restore,
            "--clean",
            "--if-exists",
            "--single-transaction",
            "--exit-on-error",
            "--dbname=" + address(),
            file.toString()));
  }

  /** As its own programs write it. */
  private String address() {
    return "postgresql://" + USER + "@127.0.0.1:" + port + "/postgres";
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  public String url() {
    return url(port);
  }

  /** The same by way of another port. */
  static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  int port() {
    return port;
  }

  /** Those of a portal that uses it. */
  public Map<String, String> settings() {
    return Map.of("poort25.db.url", url(), "poort25.db.user", USER);
  }

  private static Stream<Path> versions() {
    Path all = Path.of("/usr/lib/postgresql"); // where Debian keeps each version's programs
    if (!Files.isDirectory(all)) {
      return Stream.empty();
    }
    try (var versions = Files.list(all)) {
      return versions.map(version -> version.resolve("bin")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It refuses to run as root: then as the user that its package makes. */
  private static List<String> asItself(List<String> command) {
    var all = new ArrayList<String>();
    if (isRoot()) {
      all.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    all.addAll(command);
    return all;
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static void run(List<String> command) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    TemporaryFolder.delete(folder);
  }
}
