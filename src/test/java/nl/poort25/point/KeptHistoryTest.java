package nl.poort25.point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.poort25.abuse.CaseEvidence;
import nl.poort25.account.Account;
import nl.poort25.account.Partner;
import nl.poort25.archive.ArchiveKind;
import nl.poort25.archive.ArchiveOfTest;
import nl.poort25.archive.ArchiveSource;
import nl.poort25.database.TestDatabase;
import nl.poort25.database.Wired;
import nl.poort25.enforcement.AppliedGenerations;
import nl.poort25.enforcement.HistoryOfTest;
import nl.poort25.enforcement.PointLines;
import nl.poort25.state.EnforcementTarget;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which generations, and states of points, move to the archive. There are six generations, one a
 * day; each has one address open, and the point fw1 has applied each an hour later.
 */
@Tag(TestDatabase.TAG)
class KeptHistoryTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
  private static final TestDatabase DATABASE =
      new TestDatabase(
          HistoryOfTest.entities(
              Point.class,
              AppliedGeneration.class,
              Account.class,
              Partner.class,
              ArchiveOfTest.horizons()));

  private static final int MANY = 3_000;

  /** Rows that move at once, at most. */
  private static final int BATCH = 2_000;

  @TempDir Path folder;
  private ArchiveOfTest archive;
  private Instant evidence;
  private long fw1;

  /** When the generation of that number was made; half past that number is noon of its day. */
  private static Instant day(double number) {
    return BEGIN.plus(Duration.ofMinutes((long) (number * 24 * 60)));
  }

  @BeforeEach
  void fill() {
    archive = new ArchiveOfTest(DATABASE, folder);
    for (String table :
        List.of(
            "point_state",
            "point_hold",
            "enforcement_point",
            "generation_line",
            "generation",
            "guarded_change",
            "alarm")) {
      sql("delete from " + table);
    }
    sql("update archive_horizon set moved_before = null");
    sql(
        "update generation_series set last_number = 6, released_number = 6 where target = 'FIREWALL'");
    fw1 = point("fw1");
    sql(
        "insert into generation_line (target, text, address_key, from_number, cause, cause_id)"
            + " values ('FIREWALL', 'inside 192.0.2.0/24', '4c0000200', 1, 'PREFIX', 1)");
    for (int number = 1; number <= 6; number++) {
      sql(
          "insert into generation (target, number, made_at, digest, line_count, added, removed,"
              + " urgent) values ('FIREWALL', ?1, ?2, 'd', 2, 1, 1, false)",
          number,
          day(number));
      sql(
          "insert into generation_line (target, text, address_key, from_number, cause, cause_id)"
              + " values ('FIREWALL', ?1, ?2, ?3, 'DECISION', 1)",
          "open 192.0.2." + number,
          "4c000020" + number,
          number);
      sql(
          "update generation_line set until_number = ?1 where from_number = ?2 and cause_id = 1"
              + " and cause = 'DECISION'",
          number,
          number - 1);
      hold(fw1, number);
    }
    sql("update enforcement_point set applied_number = 6, fetched_number = 6, reported_number = 6");
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static void sql(String statement, Object... values) {
    DATABASE.run(em -> sql(em, statement, values));
  }

  private static void sql(EntityManager em, String statement, Object... values) {
    var query = em.createNativeQuery(statement);
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    query.executeUpdate();
  }

  /** A generation of one line, that the next one ends, with all that comes of it. */
  private void make(EntityManager em, int number) {
    sql(
        em,
        "insert into generation (target, number, made_at, digest, line_count, added, removed,"
            + " urgent) values ('FIREWALL', ?1, ?2, 'd', 1, 1, 1, false)",
        number,
        day(number));
    sql(
        em,
        "insert into generation_line (target, text, address_key, from_number, until_number, cause,"
            + " cause_id) values ('FIREWALL', 'open 192.0.2.1', '4c0000201', ?1, ?2, 'DECISION', 1)",
        number,
        number + 1);
    sql(
        em,
        "insert into point_state (point_id, number, applied_at) values (?1, ?2, ?3)",
        fw1,
        number,
        day(number));
    sql(
        em,
        "insert into alarm (kind, about, since, ended_at) values ('SILENT', 'fw1', ?1, ?1)",
        day(number));
  }

  private static long point(String name) {
    return DATABASE.in(
        em -> {
          var point = new Point(name, PointKind.NFTABLES, false, List.of(), BEGIN);
          em.persist(point);
          return point.getId();
        });
  }

  /** The point was found to have it, an hour after it was made. */
  private static void hold(long point, int number) {
    sql(
        "insert into point_state (point_id, number, applied_at) values (?1, ?2, ?3)",
        point,
        number,
        day(number).plus(Duration.ofHours(1)));
  }

  private Wired wired(EntityManager em) {
    return new Wired(em)
        .with(
            CaseEvidence.class,
            new CaseEvidence() {
              @Override
              public Optional<Instant> earliest(Instant closedSince) {
                return Optional.ofNullable(evidence);
              }
            })
        .with(AppliedGenerations.class, history(em));
  }

  private static PointHistory history(EntityManager em) {
    var history = new PointHistory();
    history.em = em;
    return history;
  }

  private void move(Instant before) {
    archive.move(em -> wired(em).get(OldPointStates.class), before);
    archive.move(em -> (ArchiveSource) wired(em).get(HistoryOfTest.source()), before);
  }

  private static List<Long> generations() {
    return DATABASE.in(
        em ->
            em.createQuery("select g.number from Generation g order by g.number", Long.class)
                .getResultList());
  }

  private static List<Long> states(long point) {
    return DATABASE.in(
        em ->
            em.createQuery(
                    "select s.number from AppliedGeneration s where s.point.id = :point"
                        + " order by s.id",
                    Long.class)
                .setParameter("point", point)
                .getResultList());
  }

  private static List<String> lines(long number) {
    return DATABASE.in(
        em -> {
          var lines = new Wired(em).get(PointLines.class);
          return lines.whole(EnforcementTarget.FIREWALL, number);
        });
  }

  private static List<Long> from(long first) {
    var all = new ArrayList<Long>();
    for (long number = first; number <= 6; number++) {
      all.add(number);
    }
    return all;
  }

  @Test
  void whatCountedAtTheTimeAndSinceStaysWithAllItsLines() {
    move(day(4.5));
    assertEquals(from(4), generations());
    assertEquals(from(4), states(fw1));
    for (long number = 4; number <= 6; number++) {
      assertEquals(List.of("inside 192.0.2.0/24", "open 192.0.2." + number), lines(number));
    }
    assertEquals(day(4.5), archive.horizon(ArchiveKind.GENERATION, ArchiveKind.POINT_STATE));
    assertEquals(3, archive.lines(ArchiveKind.GENERATION).size());
    assertEquals(3, archive.lines(ArchiveKind.POINT_STATE).size());
    var lines = archive.lines(ArchiveKind.GENERATION_LINE);
    assertEquals(
        List.of("open 192.0.2.1", "open 192.0.2.2", "open 192.0.2.3"),
        lines.stream().map(line -> line.getString("text")).toList());
    assertEquals(1, lines.get(0).getInt("from_number"));
    assertEquals(2, lines.get(0).getInt("until_number"));
    assertEquals(
        List.of(4L),
        DATABASE.in(
            em ->
                history(em).at(EnforcementTarget.FIREWALL, day(4.5)).stream()
                    .map(AppliedGenerations.Holder::number)
                    .toList()));
    // and nothing more, however often
    move(day(4.5));
    assertEquals(from(4), generations());
  }

  @Test
  void beforeThereWasAnyNothingIsOld() {
    move(day(0.5));
    assertEquals(from(1), generations());
    assertEquals(from(1), states(fw1));
  }

  @Test
  void whatStandsNowStaysHoweverOldItIs() {
    move(day(10_000));
    assertEquals(from(6), generations());
    assertEquals(List.of("inside 192.0.2.0/24", "open 192.0.2.6"), lines(6));
  }

  @Test
  void whatAPointStillHasStays() {
    for (String number : List.of("applied_number", "fetched_number", "reported_number")) {
      fill();
      sql("update enforcement_point set " + number + " = 3");
      move(day(5.5));
      assertEquals(from(3), generations(), number);
      assertEquals(List.of("inside 192.0.2.0/24", "open 192.0.2.3"), lines(3));
    }
  }

  /** One that was never heard asks from nothing. */
  @Test
  void aNewPointHoldsNothingBack() {
    point("fw2");
    move(day(5.5));
    assertEquals(from(5), generations());
  }

  @Test
  void whatAPointHadAtTheTimeStays() {
    long fw2 = point("fw2");
    hold(fw2, 2);
    move(day(5.5));
    assertEquals(List.of(2L), states(fw2), "it had that one still");
    assertEquals(from(2), generations());
  }

  @Test
  void aPointThatWasOutOfUseByThenHoldsNothingBack() {
    long fw2 = point("fw2");
    hold(fw2, 2);
    sql(
        "update enforcement_point set retired_at = ?1, applied_number = 2 where id = ?2",
        day(3),
        fw2);
    move(day(5.5));
    assertEquals(List.of(), states(fw2));
    assertEquals(from(5), generations());
  }

  @Test
  void aPointThatWasInUseThenDoes() {
    long fw2 = point("fw2");
    hold(fw2, 2);
    sql("update enforcement_point set retired_at = ?1 where id = ?2", day(5.6), fw2);
    move(day(5.5));
    assertEquals(from(2), generations());
  }

  @Test
  void whatWasReleasedLastStays() {
    sql("update generation_series set released_number = 3 where target = 'FIREWALL'");
    move(day(5.5));
    assertEquals(from(3), generations());
  }

  @Test
  void whatACaseRestsOnStays() {
    evidence = day(2.5);
    move(day(5.5));
    assertEquals(from(2), generations());
    assertEquals(from(2), states(fw1));
    assertEquals(day(2.5), archive.horizon(ArchiveKind.GENERATION));
    evidence = null;
    move(day(5.5));
    assertEquals(from(5), generations());
  }

  @Test
  void whatWasKnownWhenAPointWasHeldStays() {
    sql(
        "insert into point_hold (point_id, target, since, known_until, number, level_number,"
            + " in_force, next_number, open_for) values (?1, 'FIREWALL', ?2, ?3, 9, false, false,"
            + " 0, ?1)",
        fw1,
        day(3),
        day(2.5));
    move(day(5.5));
    assertEquals(from(2), generations());
    sql(
        "update point_hold set open_for = null, ended_at = ?1, lines = ?2",
        day(3.5),
        new byte[] {1, 2});
    move(day(5.5));
    assertEquals(from(5), generations());
    assertEquals("AQI=", archive.lines(ArchiveKind.POINT_HOLD).get(0).getString("lines"));
  }

  @Test
  void alarmsAndLargeChangesThatAreNotOverStay() {
    for (Instant end : new Instant[] {null, day(2), day(5.5)}) {
      sql(
          "insert into alarm (kind, about, since, ended_at, held) values ('DRIFT', ?1, ?2, "
              + (end == null ? "null" : "?3")
              + ", null)",
          end == null
              ? new Object[] {"now", day(1)}
              : new Object[] {end.equals(day(2)) ? "old" : "late", day(1), end});
    }
    for (String open : List.of("'FIREWALL'", "null")) {
      sql(
          "insert into guarded_change (target, noticed_at, digest, added, removed, line_count,"
              + " open_for) values ('FIREWALL', ?1, 'd', 1, 1, 1, "
              + open
              + ")",
          day(1));
    }
    move(day(5.5));
    assertEquals(
        List.of("now", "late"),
        DATABASE.in(
            em ->
                em.createQuery("select a.about from Alarm a order by a.id", String.class)
                    .getResultList()));
    assertEquals(1, archive.lines(ArchiveKind.ALARM).size());
    var change = archive.lines(ArchiveKind.LARGE_CHANGE);
    assertEquals(1, change.size());
    assertEquals(false, change.get(0).containsKey("open_for"));
  }

  /** In whatever order they are asked: a generation that is there has all its lines. */
  @Test
  void linesGoAfterTheLastGenerationThatHasThem() {
    archive.move(em -> (ArchiveSource) wired(em).get(HistoryOfTest.source()), day(4.5));
    assertEquals(from(1), generations(), "the point is known to have had them");
    assertEquals(List.of("inside 192.0.2.0/24", "open 192.0.2.1"), lines(1));
    move(day(4.5));
    assertEquals(from(4), generations());
  }

  /** Of another target nothing is counted. */
  @Test
  void theRelaysHoldNoFirewallBack() {
    long relay =
        DATABASE.in(
            em -> {
              var point = new Point("relay1", PointKind.POSTFIX, false, List.of(), BEGIN);
              em.persist(point);
              return point.getId();
            });
    sql("update enforcement_point set applied_number = 1 where id = ?1", relay);
    move(day(5.5));
    assertEquals(from(5), generations());
  }

  @Test
  void whatIsNotOldIsNotRead() {
    makeMany();
    for (Instant before : new Instant[] {day(0.5), day(1.5)}) {
      assertTrue(rowsRead(before).stream().allMatch(rows -> rows <= 2), "" + rowsRead(before));
    }
  }

  @Test
  void ofAllThatIsOldABatchIsRead() {
    makeMany();
    var read = rowsRead(day(MANY));
    assertTrue(read.stream().allMatch(rows -> rows <= BATCH + 2), read.toString());
  }

  private void makeMany() {
    for (String table : List.of("generation", "generation_line", "point_state")) {
      sql("delete from " + table);
    }
    DATABASE.run(
        em -> {
          for (int number = 1; number <= MANY; number++) {
            make(em, number);
          }
        });
    sql("update generation_series set last_number = ?1, released_number = ?1", MANY);
    sql(
        "update enforcement_point set applied_number = ?1, fetched_number = ?1,"
            + " reported_number = ?1",
        MANY);
  }

  private List<Long> rowsRead(Instant before) {
    var read = new ArrayList<>(archive.rowsRead(em -> wired(em).get(OldPointStates.class), before));
    read.addAll(
        archive.rowsRead(em -> (ArchiveSource) wired(em).get(HistoryOfTest.source()), before));
    return read;
  }
}
