package nl.poort25.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nl.poort25.database.TestDatabase;
import nl.poort25.it.Trials;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However often it is killed while it moves rows, each is in the table or in a file. */
@Tag(TestDatabase.TAG)
class ArchiveKilledTest {
  private static final int ROWS = 20_000;

  @TempDir Path folder;
  private final JdbcDataSource source = new JdbcDataSource();

  @BeforeEach
  void fill() throws SQLException {
    source.setURL(
        "jdbc:h2:file:%s;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0".formatted(folder.resolve("p")));
    source.setUser("sa");
    TestDatabase.migrate(source);
    try (var connection = source.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into alarm (kind, about, since, ended_at) select 'SILENT', 'fw' || x,"
                    + " timestamp with time zone '2026-01-01 00:00:00Z' + x * interval '5' minute,"
                    + " timestamp with time zone '2026-01-01 00:00:00Z' + x * interval '5' minute"
                    + " from system_range(1, ?)")) {
      insert.setInt(1, ROWS);
      insert.executeUpdate();
    }
  }

  private Process move() throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Archiving.class.getName(),
            source.getURL(),
            archive().toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private Path archive() {
    return folder.resolve("archive");
  }

  private Set<String> left() throws SQLException {
    var left = new HashSet<String>();
    try (Connection connection = source.getConnection();
        var row = connection.createStatement().executeQuery("select about from alarm")) {
      while (row.next()) {
        left.add(row.getString(1));
      }
    }
    return left;
  }

  private List<String> archived() {
    var kept = new ArchiveOfTest(null, archive());
    return kept.lines(ArchiveKind.ALARM).stream().map(line -> line.getString("about")).toList();
  }

  @Test
  void noRowIsLost() throws Exception {
    var random = new Random(17);
    for (int i = 0; i < Trials.of(60); i++) {
      var process = move();
      process.inputReader().readLine();
      process.waitFor(random.nextInt(300), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      var left = left();
      var gone = lines(archive());
      for (int row = 1; row <= ROWS; row++) {
        if (!left.contains("fw" + row)) {
          assertEquals(true, gone.contains("fw" + row), "fw" + row);
        }
      }
    }
    assertEquals(0, move().waitFor());
    assertEquals(Set.of(), left());
    assertEquals(ROWS, Set.copyOf(archived()).size());
  }

  /** Also of a file whose end was cut off. */
  private static Set<String> lines(Path archive) throws IOException {
    try (var files = Files.list(archive)) {
      return files
          .flatMap(file -> zcat(file).lines())
          .map(line -> line.replaceFirst(".*\"about\":\"(fw\\d+)\".*", "$1"))
          .collect(Collectors.toSet());
    }
  }

  private static String zcat(Path file) {
    try {
      var process =
          new ProcessBuilder("zcat", file.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new String(
          process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
