package nl.poort25.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.poort25.it.FreePort;
import nl.poort25.it.PortalProcess;
import nl.poort25.it.TemporaryFolder;

/** One start of a portal, watched at its port until it answers 200 or ends. */
final class WatchedStart {
  private static final int SECONDS_AT_MOST = 300;
  private static final int MILLISECONDS_TO_ANSWER = 5000;
  private final int port = FreePort.find();
  private final TreeSet<String> answers = new TreeSet<>();
  private final Path log;
  private int exit = -1;

  /**
   * @param folder for its log, and while it runs for what it unpacks
   */
  WatchedStart(Path folder, Map<String, String> settings) throws Exception {
    log = folder.resolve("log");
    var temporary = folder.resolve("temporary");
    var process =
        new ProcessBuilder(PortalProcess.command(port, temporary, settings))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      long end = System.nanoTime() + SECONDS.toNanos(SECONDS_AT_MOST);
      String answer = "";
      while (process.isAlive() && !answer.equals("200") && System.nanoTime() < end) {
        answer = answer();
        answers.add(answer);
        process.waitFor(50, MILLISECONDS);
      }
      exit = process.isAlive() ? -1 : process.exitValue();
    } finally {
      process.destroyForcibly().waitFor();
      TemporaryFolder.delete(temporary);
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

  /** What its port answered, statuses and "refused". */
  SortedSet<String> answers() {
    return answers;
  }

  /** Its log. */
  String said() throws IOException {
    return Files.readString(log);
  }

  /** One that ends without an answer, and says once why. */
  static void assertEnds(Path folder, Map<String, String> settings, String reason)
      throws Exception {
    var start = new WatchedStart(folder, settings);
    assertEquals(1, start.exit, start.said());
    assertEquals(new TreeSet<>(List.of("refused")), start.answers);
    var last = start.said().lines().filter(line -> line.contains("does not start")).toList();
    assertEquals(1, last.size(), start.said());
    assertTrue(last.get(0).contains(reason), last.get(0));
  }

  /** The URL of a database in that folder with our tables, in which that was done. */
  static String database(Path folder, String sql) throws SQLException {
    String url = "jdbc:h2:file:" + folder.resolve("data/portal");
    var source = new PortalDataSource();
    source.setUrl(url);
    source.setUser("sa");
    Migrations.run(source);
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
    return url;
  }
}
