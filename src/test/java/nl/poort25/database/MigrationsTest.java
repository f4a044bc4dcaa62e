package nl.poort25.database;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import nl.poort25.it.FreePort;
import nl.poort25.it.SmallDisk;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of an embedded database where a migration is cut off, on a folder of its own. In the
 * build once; -Dit.runs=20 is the long form.
 */
@Tag(TestDatabase.TAG)
class MigrationsTest {
  private static final int RUNS = Trials.RUNS;
  private static final int PARTNERS = 2000;
  private static final String OLD = "4";
  private static final String INSERT = "insert into partner (name, locked, created_at, version) ";

  @TempDir Path parent;
  private Path folder;

  @BeforeEach
  void folder() {
    folder = parent.resolve("data");
  }

  private PortalDataSource source() {
    return source(folder);
  }

  private static PortalDataSource source(Path folder) {
    var source = new PortalDataSource();
    source.setUrl("jdbc:h2:file:" + folder.resolve("portal"));
    source.setUser("sa");
    return source;
  }

  private static void run(PortalDataSource source, String sql) throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(PortalDataSource source, String of) throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from " + of)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  /** A database of an older portal, with partners in it. */
  private static void makeOld(PortalDataSource source) throws SQLException {
    Migrations.configuration(source).target(OLD).load().migrate();
    run(
        source,
        INSERT
            + "select 'partner ' || x, false, current_timestamp, 0 from system_range(1, "
            + PARTNERS
            + ")");
    run(source, "shutdown");
  }

  private Set<String> files() throws Exception {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static int pending(PortalDataSource source) {
    return Migrations.configuration(source).load().info().pending().length;
  }

  @Test
  void makesANewDatabaseAndLeavesNothingBesideIt() throws Exception {
    Migrations.run(source());
    assertEquals(0, pending(source()));
    assertEquals(Set.of("portal.mv.db", "portal.mv.db.starting"), files());
  }

  @Test
  void bringsAnOldOneUpToDateWithItsDataAndLeavesNoCopy() throws Exception {
    makeOld(source());
    Migrations.run(source());
    assertEquals(0, pending(source()));
    assertEquals(PARTNERS, count(source(), "partner"));
    assertEquals(Set.of("portal.mv.db", "portal.mv.db.starting"), files());
  }

  @Test
  void startsAgainWithTheDataWhereverAMigrationWasCutOff() throws Exception {
    long longest = nanosOfAWholeOne();
    var chance = new Random(25);
    for (int i = 0; i < RUNS; i++) {
      for (boolean isNew : new boolean[] {false, true}) {
        empty();
        if (!isNew) {
          makeOld(source());
        }
        var process = start();
        awaitTheCopy(process);
        process.waitFor(chance.nextLong(longest), NANOSECONDS);
        process.destroyForcibly().waitFor();
        Migrations.run(source());
        assertEquals(0, pending(source()), "run " + i);
        assertEquals(isNew ? 0 : PARTNERS, count(source(), "partner"), "run " + i);
        run(source(), INSERT + "values ('after', false, current_timestamp, 0)");
        run(source(), "shutdown");
      }
    }
  }

  private void empty() throws Exception {
    try (var all = Files.list(folder)) {
      all.map(Path::toFile).forEach(File::delete);
    }
  }

  /** From its copy on: before, nothing is touched. */
  private long nanosOfAWholeOne() throws Exception {
    makeOld(source());
    var process = start();
    awaitTheCopy(process);
    long begun = System.nanoTime();
    assertTrue(process.waitFor(120, SECONDS));
    assertEquals(0, process.exitValue());
    return System.nanoTime() - begun;
  }

  private void awaitTheCopy(Process process) {
    while (process.isAlive() && !Files.exists(folder.resolve("portal.mv.db.before"))) {
      LockSupport.parkNanos(1_000_000); // the process needs the processor that looking would take
    }
  }

  private Process start() throws Exception {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Migrating.class.getName(),
            "jdbc:h2:file:" + folder.resolve("portal"))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Test
  void putsBackWhatWasThereWhereAMigrationFails() throws Exception {
    makeOld(source());
    // what a later migration makes is there already, so that this one cannot be made
    run(source(), "create table abuse_case (id bigint)");
    run(source(), "shutdown");
    assertThrows(RuntimeException.class, () -> Migrations.run(source()));
    assertEquals(PARTNERS, count(source(), "partner"));
    assertFalse(files().contains("portal.mv.db.before"));
    run(source(), "drop table abuse_case");
    run(source(), "shutdown");
    Migrations.run(source());
    assertEquals(0, pending(source()));
    assertEquals(PARTNERS, count(source(), "partner"));
  }

  @Test
  void keepsWhatItPutsACopyInThePlaceOf() throws Exception {
    makeOld(source());
    Files.copy(folder.resolve("portal.mv.db"), folder.resolve("portal.mv.db.before"));
    run(source(), "delete from partner");
    run(source(), "shutdown");
    Migrations.run(source());
    assertEquals(PARTNERS, count(source(), "partner"));
    assertTrue(files().contains("portal.mv.db.cut-off"));
  }

  @Test
  void throwsAwayACopyThatIsNotWhole() throws Exception {
    makeOld(source());
    Files.writeString(folder.resolve("portal.mv.db.before.part"), "half");
    Migrations.run(source());
    assertEquals(PARTNERS, count(source(), "partner"));
    assertEquals(Set.of("portal.mv.db", "portal.mv.db.starting"), files());
  }

  @Test
  void saysHowMuchRoomItNeedsAndChangesNothing() throws Exception {
    try (var disk = new SmallDisk(4)) {
      var source = source(disk.folder());
      makeOld(source);
      var refused = assertThrows(IllegalStateException.class, () -> Migrations.run(source));
      assertTrue(refused.getMessage().contains("MB of free space"), refused.getMessage());
      assertTrue(pending(source) > 0);
      assertEquals(PARTNERS, count(source, "partner"));
    }
  }

  @Test
  void refusesADatabaseOfANewerPortal() throws Exception {
    try (var database = MigratedDatabase.make()) {
      Migrations.refuseNewer(database.flyway()); // its own
      try (var connection = database.source().getConnection();
          var statement = connection.createStatement()) {
        statement.execute(
            "insert into \"flyway_schema_history\" (\"installed_rank\", \"version\","
                + " \"description\", \"type\", \"script\", \"checksum\", \"installed_by\","
                + " \"execution_time\", \"success\") values (9999, '9999', 'from later', 'SQL',"
                + " 'V9999__from_later.sql', 1, 'sa', 1, true)");
      }
      var refused =
          assertThrows(
              IllegalStateException.class, () -> Migrations.refuseNewer(database.flyway()));
      assertTrue(refused.getMessage().contains("newer portal"), refused.getMessage());
      assertTrue(refused.getMessage().contains("9999"), refused.getMessage());
    }
  }

  @Test
  void saysThatTheDatabaseIsAway() {
    var away = new PortalDataSource();
    away.setUrl("jdbc:postgresql://127.0.0.1:" + FreePort.find() + "/none");
    var refused = assertThrows(IllegalStateException.class, () -> Migrations.run(away));
    assertTrue(refused.getMessage().contains("the database cannot be reached"));
  }

  @Test
  void refusesASettingThatIsNoNumberOfSeconds() {
    for (String wrong : List.of("0", "-1", "five", "1.5", "")) {
      var refused =
          assertThrows(
              IllegalStateException.class,
              () ->
                  Migrations.source(Migrating.settings(Map.of("poort25.db.lock.seconds", wrong))));
      assertTrue(refused.getMessage().contains("poort25.db.lock.seconds"), wrong);
    }
    Migrations.source(Migrating.settings(Map.of("poort25.db.lock.seconds", "7")));
  }
}
