package nl.poort25.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import nl.poort25.it.Browser;
import nl.poort25.it.Eventually;
import nl.poort25.it.Mailbox;
import nl.poort25.it.OtherPortal;
import nl.poort25.it.OwnDatabase;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal that is at work while its log is sealed, and the command beside it. */
class LogSealIT {
  private static final String KEY = "dGhlIGtleSBvZiB0aGUgc2VhbHMgb2YgdGhlIHRlc3Q=";

  /** 1,000 in the build, 50,000 in the trials, at 100 a second. */
  private static final int ACTS = Trials.RUNS > 3 ? 50_000 : 1_000;

  /** Of ten seconds; in the build of five. */
  private static final int MOST_WAITING = Math.min(1_000, ACTS / 2);

  private static final long PACE = 10_000_000;

  @TempDir static Path folder;
  private static OwnDatabase own;
  private static OtherPortal portal;
  private static Connection database;

  @BeforeAll
  static void start() throws SQLException {
    own = new OwnDatabase();
    var settings = new HashMap<>(own.settings());
    settings.put("poort25.data.key", KEY);
    portal = new OtherPortal(settings);
    database = own.open();
  }

  @AfterAll
  static void end() throws SQLException {
    database.close();
    portal.close();
    own.close();
  }

  private static long number(String query) {
    try (var statement = database.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(String sql) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void awaitSealed() {
    Eventually.holds(
        "every act sealed",
        () -> number("select count(*) from audit_seal where position is null") == 0);
  }

  /** What README says to type. */
  private static String verify(int expected, Path... files) throws IOException {
    var command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of("-cp", "target/ROOT/WEB-INF/classes:target/ROOT/WEB-INF/lib/*"));
    command.add("nl.poort25.audit.VerifyLog");
    for (Path file : files) {
      command.add(file.toString());
    }
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "POORT25_DB_URL",
                own.url(),
                "POORT25_DB_USER",
                own.user(),
                "POORT25_DATA_KEY",
                KEY));
    var process = builder.start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertEquals(expected, process.onExit().join().exitValue(), said);
    return said;
  }

  /** The key is there before the first entry, whatever becomes of the act that needed it first. */
  @Test
  void theLogIsSealedFromTheStartOn() {
    awaitSealed();
    var told =
        portal.log().stream()
            .filter(line -> line.contains("the audit log was not sealed"))
            .toList();
    assertEquals(List.of(), told);
  }

  @Test
  void actsGoOnWhileTheyAreSealedAndAChangeIsFound() throws IOException, SQLException {
    actAt100ASecond();
    awaitSealed();
    assertTrue(verify(0).contains(" 0 faults"));
    var kept = mailedAnchor();
    verify(0, kept);
    OwnDatabase.dropAppendOnlyTrigger(database);
    long id = number("select min(id) + 500 from audit_entry");
    run("update audit_entry set actor_address = '198.51.100.7' where id = " + id);
    assertTrue(verify(1, kept).contains("entry " + id + " was changed"));
  }

  private static void actAt100ASecond() {
    long before = number("select count(*) from audit_entry");
    var noor = Browser.at(portal.url(), "noor@polder.example");
    long slowest = 0;
    long start = System.nanoTime();
    for (int i = 0; i < ACTS; i++) {
      long due = start + i * PACE;
      for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
        LockSupport.parkNanos(due - now);
      }
      long asked = System.nanoTime();
      var answer = noor.post("/account", "name", "Noor " + (char) ('A' + i % 2), "language", "nl");
      slowest = Math.max(slowest, System.nanoTime() - asked);
      assertEquals(303, answer.status(), answer::toString);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long waiting = number("select count(*) from audit_seal where position is null");
    System.out.printf(
        "%d acts in %.1f s, the slowest %d ms; %d to be sealed then%n",
        ACTS, seconds, slowest / 1_000_000, waiting);
    // one for the sign-in
    assertEquals(before + ACTS + 1, number("select count(*) from audit_entry"));
    assertTrue(waiting < MOST_WAITING, waiting + " acts wait to be sealed");
  }

  /** A day later, as far as the portal can tell. */
  private static Path mailedAnchor() throws IOException, SQLException {
    run("update audit_key set since = since - interval '2' day");
    run("update chain_anchor set made_at = made_at - interval '2' day");
    var mails = new Mailbox(Browser.at(portal.url(), "mirjam@routit.example"));
    Eventually.holds(
        "the auditor has an anchor", () -> mails.of("oscar@routit.example").says("poort25-log "));
    String line =
        mails
            .of("oscar@routit.example")
            .find("(poort25-log \\S+ \\d+ \\S{43} [A-Za-z0-9+/]{86}==)")
            .orElseThrow();
    var seal = Browser.at(portal.url(), "oscar@routit.example").get("/backoffice/log/seal");
    assertTrue(seal.html().contains(line), seal::toString);
    return Files.writeString(folder.resolve("mail.txt"), "Dag Oscar,\n\n> " + line + "\n");
  }

  @Test
  void theCommandSaysWhatItCannotDo() throws IOException {
    verify(2, Files.writeString(folder.resolve("empty.txt"), "no anchor\n"));
    verify(2, folder.resolve("not-there.txt"));
  }
}
