package nl.poort25.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.poort25.it.SmallDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  private static final int MOST = 10_000;

  private static PortalDataSource in(Path folder) {
    var source = new PortalDataSource();
    source.setUrl("jdbc:h2:file:" + folder.resolve("portal"));
    source.setUser("sa");
    source.setLockSeconds(1);
    source.setStatementSeconds(2);
    return source;
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from note")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void makeTable(Connection connection) throws SQLException {
    run(connection, "create table note (text varchar)");
  }

  /** Writes until that fails, and says how many were answered. */
  private static int writeUntilItFails(Connection connection) throws SQLException {
    for (int written = 0; written < MOST; written++) {
      try {
        run(connection, "insert into note values ('" + "x".repeat(2000) + "')");
      } catch (SQLException e) {
        return written;
      }
    }
    throw new AssertionError("the disk does not get full");
  }

  @Test
  void opensAgainWithAllThatWasAnsweredWhenAFullDiskHasRoomAgain() throws Exception {
    try (var disk = new SmallDisk(8)) {
      var source = in(disk.folder());
      var first = source.getConnection();
      var other = source.getConnection();
      makeTable(first);
      for (int i = 0; i < 100; i++) {
        run(first, "insert into note values ('before')");
      }
      disk.fill();
      int written = writeUntilItFails(first);
      assertFalse(first.isValid(1), "the one that failed");
      assertFalse(other.isValid(1), "one that did nothing");
      var refused = assertThrows(SQLException.class, source::getConnection);
      assertEquals("53100", refused.getSQLState());
      disk.free();
      try (var again = source.getConnection()) {
        assertTrue(again.isValid(1));
        assertEquals(100 + written, count(again));
        // whoever still has one from before does no harm to the one of now
        assertThrows(SQLException.class, () -> count(other));
        assertThrows(SQLException.class, () -> run(first, "insert into note values ('late')"));
        other.close();
        run(again, "insert into note values ('after')");
      }
      try (var next = source.getConnection()) {
        assertEquals(101 + written, count(next));
      }
      try (var files = Files.list(disk.folder())) {
        assertEquals(
            List.of("portal.mv.db"), files.map(file -> file.getFileName().toString()).toList());
      }
    }
  }

  @Test
  void opensAgainAsOftenAsTheDiskIsFull() throws Exception {
    try (var disk = new SmallDisk(8)) {
      var source = in(disk.folder());
      int answered = 0;
      try (var connection = source.getConnection()) {
        makeTable(connection);
      }
      for (int round = 0; round < 5; round++) {
        var connection = source.getConnection();
        disk.fill();
        answered += writeUntilItFails(connection);
        disk.free();
        try (var again = source.getConnection()) {
          assertEquals(answered, count(again));
        }
      }
    }
  }

  @Test
  void opensAgainAfterAThreadWasInterruptedWhileItWrote(@TempDir Path folder) throws Exception {
    var source = in(folder);
    var idle = source.getConnection();
    makeTable(idle);
    var connection = source.getConnection();
    Thread.currentThread().interrupt();
    int written = writeUntilItFails(connection);
    assertTrue(Thread.interrupted());
    assertFalse(idle.isValid(1));
    try (var again = source.getConnection()) {
      assertEquals(written, count(again));
      run(again, "insert into note values ('after')");
    }
  }

  @Test
  void waitsNoLongerForALockThanTheSettingSays(@TempDir Path folder) throws Exception {
    var source = in(folder);
    try (var holder = source.getConnection();
        var waiter = source.getConnection()) {
      makeTable(holder);
      run(holder, "insert into note values ('held')");
      holder.setAutoCommit(false);
      run(holder, "update note set text = 'mine'");
      long begun = System.nanoTime();
      var late =
          assertThrows(SQLException.class, () -> run(waiter, "update note set text = 'yours'"));
      assertEquals("HYT00", late.getSQLState());
      assertTrue(System.nanoTime() - begun < 10_000_000_000L);
      holder.rollback();
    }
  }

  @Test
  void endsAStatementThatTakesLongerThanTheSettingSays(@TempDir Path folder) throws Exception {
    try (var connection = in(folder).getConnection()) {
      String endless =
          "select count(*) from system_range(1, 1000000) a, system_range(1, 1000000) b";
      var ended = assertThrows(SQLException.class, () -> run(connection, endless));
      assertEquals("57014", ended.getSQLState());
    }
  }

  @Test
  void leavesWhatTheUrlSaysItself(@TempDir Path folder) throws Exception {
    var source = new PortalDataSource();
    source.setUrl("jdbc:h2:file:" + folder.resolve("portal") + ";lock_timeout=1234");
    source.setUser("sa");
    source.setLockSeconds(1);
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("call lock_timeout()")) {
      rows.next();
      assertEquals(1234, rows.getInt(1));
    }
  }

  @Test
  void knowsItsFile(@TempDir Path folder) {
    assertEquals(folder.resolve("portal.mv.db").toFile(), in(folder).file());
    for (String url : List.of("jdbc:h2:mem:x", "jdbc:h2:tcp://db/x")) {
      assertNull(EmbeddedDatabase.file(url, "sa", ""), url);
    }
  }

  @Test
  void refusesAUrlOfAnotherDatabase() {
    var source = new PortalDataSource();
    source.setUrl("jdbc:mysql://127.0.0.1/poort25");
    var refused = assertThrows(SQLException.class, source::getConnection);
    assertTrue(refused.getMessage().contains("poort25.db.url"), refused.getMessage());
  }
}
