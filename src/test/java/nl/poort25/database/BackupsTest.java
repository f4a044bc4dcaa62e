package nl.poort25.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
  private static final Instant NOW = Instant.parse("2026-11-30T01:30:00Z");

  @TempDir private Path folder;
  private final PortalDataSource source = new PortalDataSource();
  private Connection open;
  private Path into;

  @BeforeEach
  void make() throws SQLException {
    source.setUrl("jdbc:h2:file:" + folder.resolve("data/poort25"));
    source.setUser("sa");
    open = source.getConnection();
    try (var statement = open.createStatement()) {
      statement.execute("create table pair (id bigint generated always as identity, number int)");
    }
    into = folder.resolve("backups");
  }

  @AfterEach
  void close() throws SQLException {
    open.close();
    Migrations.shutDown(source);
  }

  private Backups backups() {
    return new Backups(source, into, ZoneId.of("Europe/Amsterdam"));
  }

  /** Two rows in each transaction. */
  private Void write(AtomicBoolean over) throws SQLException {
    try (var connection = source.getConnection();
        var insert = connection.prepareStatement("insert into pair (number) values (?), (?)")) {
      for (int number = 0; !over.get(); number++) {
        insert.setInt(1, number);
        insert.setInt(2, number);
        insert.execute();
      }
    }
    return null;
  }

  private Path restore(Path zip) throws IOException {
    var restored = Files.createDirectories(folder.resolve("restored"));
    try (var all = new ZipFile(zip.toFile())) {
      for (var entry : all.stream().toList()) {
        Files.copy(all.getInputStream(entry), restored.resolve(entry.getName()));
      }
    }
    return restored.resolve("poort25");
  }

  @Test
  void whatIsCopiedWhileItIsWrittenIsWhole() throws Exception {
    var over = new AtomicBoolean();
    var writer = Executors.newSingleThreadExecutor();
    Future<Void> writing = writer.submit(() -> write(over));
    var zip = backups().make(NOW, 14);
    over.set(true);
    writing.get();
    writer.shutdown();
    assertEquals("poort25-2026-11-30T0230.zip", zip.getFileName().toString());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)));
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(into)));
    try (var connection = DriverManager.getConnection("jdbc:h2:file:" + restore(zip), "sa", "");
        var rows =
            connection
                .createStatement()
                .executeQuery("select number, count(*) from pair group by number")) {
      while (rows.next()) {
        assertEquals(2, rows.getInt(2), "of " + rows.getInt(1));
      }
    }
  }

  @Test
  void soManyStayTheNewest() throws IOException {
    for (int day = 0; day < 4; day++) {
      backups().make(NOW.plus(Duration.ofDays(day)), 2);
    }
    assertEquals(
        List.of(NOW.plus(Duration.ofDays(2)), NOW.plus(Duration.ofDays(3))),
        List.copyOf(backups().all().keySet()));
  }

  @Test
  void whatIsNotWholeOrSomebodysOwnIsNoBackup() throws IOException {
    Files.createDirectories(into);
    Files.writeString(into.resolve("part"), "cut off");
    Files.writeString(into.resolve("poort25-before-the-upgrade.zip"), "mine");
    assertTrue(backups().all().isEmpty());
    backups().make(NOW, 1);
    assertFalse(Files.exists(into.resolve("part")));
    assertTrue(Files.exists(into.resolve("poort25-before-the-upgrade.zip")));
    assertEquals(1, backups().all().size());
  }

  @Test
  void whereItCannotBeWrittenItSaysSo() throws IOException {
    Files.writeString(into, "a file where the folder is to be");
    assertThrows(UncheckedIOException.class, () -> backups().make(NOW, 14));
    assertEquals("a file where the folder is to be", Files.readString(into));
  }
}
