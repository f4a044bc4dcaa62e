package nl.poort25.point;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.poort25.database.TestDatabase;
import nl.poort25.enforcement.Alarm;
import nl.poort25.enforcement.Alarms;
import nl.poort25.enforcement.PointClaim;
import nl.poort25.enforcement.PointHold;
import nl.poort25.enforcement.PointHolds;
import nl.poort25.enforcement.PointLines;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.web.Sha256;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a point with an older agent is found to hold, in the DATABASE. */
@Tag(TestDatabase.TAG)
@SuppressWarnings("UnnecessaryAssignment") // there is no container that would inject
class PointReportsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final TestDatabase DATABASE =
      new TestDatabase(Point.class, DriftLine.class, AppliedGeneration.class, PointReadBack.class);
  private static final List<String> STATE =
      List.of("inside 192.0.2.0/24", "open 192.0.2.9", "own 192.0.2.25");
  private static final List<String> GIVEN =
      List.of("inside 192.0.2.0/24", "open 192.0.2.25", "open 192.0.2.9");
  private static final List<String> WITHOUT = List.of("inside 192.0.2.0/24", "open 192.0.2.9");

  @BeforeEach
  void anEnforcingPoint() {
    for (String entity : List.of("DriftLine", "AppliedGeneration", "PointReadBack", "Point")) {
      DATABASE.run(em -> em.createQuery("delete from " + entity).executeUpdate());
    }
    DATABASE.run(
        em -> em.persist(new Point("firewall-1", PointKind.NFTABLES, true, List.of(), NOW)));
    report(1, 0, List.of(), List.of());
    DATABASE.run(em -> point(em).enforce(point(em).shown(1), 1));
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static Point point(EntityManager em) {
    return em.createQuery("select p from Point p", Point.class).getSingleResult();
  }

  private static String digest(List<String> lines) {
    return Sha256.hex(lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
  }

  private static final class Lines extends PointLines {
    @Override
    public List<String> whole(EnforcementTarget target, long number) {
      return STATE;
    }

    @Override
    public String digest(EnforcementTarget target, long number) {
      return PointReportsTest.digest(STATE);
    }
  }

  private static PointReports reports(EntityManager em) {
    var reports = new PointReports();
    reports.em = em;
    reports.lines = new Lines();
    reports.holds =
        new PointHolds() {
          @Override
          public Optional<PointHold> of(long pointId) {
            return Optional.empty();
          }
        };
    reports.provenance =
        new Provenance() {
          @Override
          Judged judge(Point point, PointClaim claim, Instant now) {
            return Judged.OWN;
          }
        };
    reports.offers =
        new StateOffers() {
          @Override
          long wanted(Point point) {
            return 1;
          }
        };
    reports.readBacks = new ReadBacks();
    reports.readBacks.em = em;
    reports.drifts = new Drifts();
    reports.drifts.em = em;
    reports.alarms =
        new Alarms() {
          @Override
          public void raise(Alarm.Kind kind, String about, String detail, Instant now) {}

          @Override
          public void end(Alarm.Kind kind, String about, Instant now) {}
        };
    reports.drifts.alarms = reports.alarms;
    reports.seen =
        new ObservedAddresses() {
          @Override
          void record(Point point, ObservedConnections sightings, Instant now) {}
        };
    return reports;
  }

  private static void report(int format, long number, List<String> state, List<String> table) {
    byte[] raw = table.isEmpty() ? new byte[0] : Tables.holding(table);
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        """
        poort25-report %d
        generation %d%s
        outcome %s
        message \s
        %sreadback %s %d

        """
            .formatted(
                format,
                number,
                format == 1 ? "" : " " + digest(state),
                number == 0 ? "observed" : "applied",
                format == 1 ? "" : "agent 4.01234567 nft 1.0.6\nseen 0\n",
                Sha256.hex(raw),
                raw.length)
            .getBytes(UTF_8));
    body.writeBytes(raw);
    var report = PointReport.parse(body.toByteArray());
    DATABASE.run(
        em -> {
          point(em).recordFetch(number, NOW);
          assertEquals(true, reports(em).take(point(em).getId(), report, NOW));
        });
  }

  private static boolean isConfirmed() {
    return DATABASE.in(em -> point(em).isJust(1));
  }

  private static List<String> drift() {
    return DATABASE.in(
        em ->
            em
                .createQuery("select d from DriftLine d order by d.id", DriftLine.class)
                .getResultList()
                .stream()
                .map(DriftLine::getText)
                .toList());
  }

  @Test
  void whatAnOlderAgentSaysByItsDigestIsMeasuredByWhatItGot() {
    report(2, 1, GIVEN, GIVEN);
    assertEquals(List.of(), drift());
    assertEquals(true, isConfirmed());
  }

  @Test
  void whatAnOlderAgentHoldsThatSaysNothingOfItIsMeasuredByWhatItGot() {
    report(1, 1, List.of(), GIVEN);
    assertEquals(List.of(), drift());
    assertEquals(true, isConfirmed());
  }

  @Test
  void anOlderAgentWithoutWhatStandsForOwnDiffers() {
    for (int format : List.of(1, 2)) {
      report(format, 1, GIVEN, WITHOUT);
      assertEquals(List.of("open 192.0.2.25"), drift());
      assertEquals(false, isConfirmed());
    }
  }

  @Test
  void anAgentThatKnowsOwnIsMeasuredByTheState() {
    report(2, 1, STATE, GIVEN);
    assertEquals(List.of("own 192.0.2.25", "open 192.0.2.25"), drift());
    report(2, 1, STATE, STATE);
    assertEquals(true, isConfirmed());
  }

  /** Without the read-back itself: only its digest, and that of the state. */
  private static boolean takesUnsent(String readBack, String state) {
    var report =
        PointReport.parse(
            """
            poort25-report 2
            generation 1 %s
            outcome applied
            message \s
            agent 6.01234567 postfix 3.7.11
            seen 0
            readback %s same

            """
                .formatted(state, readBack)
                .getBytes(UTF_8));
    return DATABASE.in(
        em -> {
          point(em).recordFetch(1, NOW);
          return reports(em).take(point(em).getId(), report, NOW);
        });
  }

  @Test
  void aRelayNeedNotSendWhatIsTheStateToTheByte() {
    for (String entity : List.of("DriftLine", "AppliedGeneration", "PointReadBack", "Point")) {
      DATABASE.run(em -> em.createQuery("delete from " + entity).executeUpdate());
    }
    DATABASE.run(em -> em.persist(new Point("relay-1", PointKind.POSTFIX, true, List.of(), NOW)));
    report(2, 0, List.of(), List.of());
    DATABASE.run(em -> point(em).enforce(point(em).shown(1), 1));
    assertEquals(false, takesUnsent(digest(GIVEN), digest(STATE)), "something else is in force");
    assertEquals(false, takesUnsent(digest(GIVEN), digest(GIVEN)), "that state was never made");
    assertEquals(false, isConfirmed());
    assertEquals(true, takesUnsent(digest(STATE), digest(STATE)));
    assertEquals(true, isConfirmed());
    assertEquals(true, takesUnsent(digest(STATE), digest(STATE)));
    assertEquals(false, takesUnsent(digest(STATE), digest(GIVEN)), "nothing is kept of it");
  }
}
