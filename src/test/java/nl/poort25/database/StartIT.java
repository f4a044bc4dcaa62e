package nl.poort25.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.poort25.it.FreePort;
import nl.poort25.it.PortalProcess;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the port answers while a portal starts, and what becomes of one that cannot. */
class StartIT {
  private static final int SECONDS_AT_MOST = 300;
  private static final int MILLISECONDS_TO_ANSWER = 5000;
  private static final String MEMORY = "jdbc:h2:mem:it;DB_CLOSE_DELAY=-1";

  @TempDir Path folder;

  /** One start, watched at its port until it answers 200 or ends. */
  private final class Start {
    private final int port = FreePort.find();
    private final TreeSet<String> answers = new TreeSet<>();
    private final Path log = folder.resolve("log");
    private int exit = -1;

    Start(Map<String, String> settings) throws Exception {
      var process =
          new ProcessBuilder(PortalProcess.command(port, settings))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      try {
        long end = System.nanoTime() + SECONDS.toNanos(SECONDS_AT_MOST);
        String answer = "";
        while (process.isAlive() && !answer.equals("200") && System.nanoTime() < end) {
          answer = answer();
          answers.add(answer);
          process.waitFor(50, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        exit = process.isAlive() ? -1 : process.exitValue();
      } finally {
        process.destroyForcibly().waitFor();
      }
    }

    private String answer() {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setSoTimeout(MILLISECONDS_TO_ANSWER);
        socket
            .getOutputStream()
            .write(
                "GET /login HTTP/1.1\r\nHost: portal\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
        var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
        return answer.isEmpty() ? "refused" : answer.split(" ", 3)[1];
      } catch (IOException e) {
        return "refused";
      }
    }

    private String said() throws IOException {
      return Files.readString(log);
    }
  }

  private void assertEnds(Map<String, String> settings, String reason) throws Exception {
    var start = new Start(settings);
    assertEquals(1, start.exit, start.said());
    assertEquals(new TreeSet<>(List.of("refused")), start.answers);
    var last = start.said().lines().filter(line -> line.contains("does not start")).toList();
    assertEquals(1, last.size(), start.said());
    assertTrue(last.get(0).contains(reason), last.get(0));
  }

  @Test
  void endsWhereASettingCannotBeUsed() throws Exception {
    assertEnds(
        Map.of("poort25.db.url", MEMORY, "poort25.files.most", "many"), "poort25.files.most");
  }

  @Test
  void endsWhereTheDatabaseIsAway() throws Exception {
    Trials.onlyInTheLongForm(); // MigrationsTest looks at the reason
    assertEnds(
        Map.of("poort25.db.url", "jdbc:postgresql://127.0.0.1:" + FreePort.find() + "/none"),
        "the database cannot be reached");
  }

  @Test
  void endsWhereTheDatabaseIsOneOfANewerPortal() throws Exception {
    Trials.onlyInTheLongForm(); // MigrationsTest looks at the reason
    var source = new PortalDataSource();
    source.setUrl("jdbc:h2:file:" + folder.resolve("data/portal"));
    source.setUser("sa");
    Migrations.run(source);
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "update \"flyway_schema_history\" set \"version\" = '9999' where \"version\" = '012'");
    }
    assertEnds(
        Map.of("poort25.db.url", "jdbc:h2:file:" + folder.resolve("data/portal")), "newer portal");
  }

  /** As after a move to another machine on which the copy of the database alone was put back. */
  @Test
  void endsWhereTheDataKeyIsMissingAndWithItThePortRefusesUntilThePortalAnswers() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("data/portal");
    var source = new PortalDataSource();
    source.setUrl(url);
    source.setUser("sa");
    Migrations.run(source);
    KeyRotation.run(source, Migrating.settings(Map.of()));
    var key = folder.resolve("data.key");
    Files.move(key, folder.resolve("kept.key"));
    assertEnds(Map.of("poort25.db.url", url), "the data key is missing");
    assertFalse(Files.exists(key));
    var start =
        new Start(
            Map.of(
                "poort25.db.url", url, "poort25.data.key.file", "" + folder.resolve("kept.key")));
    assertEquals(new TreeSet<>(List.of("200", "refused")), start.answers, start.said());
    String text = Files.readString(folder.resolve("kept.key")).lines().toList().get(1);
    assertFalse(start.said().contains(text), "the key is in no log");
  }

  /** Everybody knows the password of its administrator. */
  @Test
  void endsWhereTheDatabaseIsOneOfADemoRun() throws Exception {
    String url = filled("insert into demo_world (id, made_at) values (1, current_timestamp)");
    assertEnds(Map.of("poort25.db.url", url), "the database is one of a demo run");
  }

  /** It would show every mail, with the links in it. */
  @Test
  void endsWhereADemoRunIsToUseAnotherDatabase() throws Exception {
    Trials.onlyInTheLongForm(); // the build tries the other way round, above
    String url =
        filled(
            "insert into partner (name, created_at, locked, version)"
                + " values ('Zeilmakerij', current_timestamp, false, 0)");
    assertEnds(
        Map.of("poort25.db.url", url, "poort25.demo", "true"), "the database is no demo run's");
  }

  private String filled(String insert) throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("data/portal");
    var source = new PortalDataSource();
    source.setUrl(url);
    source.setUser("sa");
    Migrations.run(source);
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(insert);
    }
    return url;
  }
}
