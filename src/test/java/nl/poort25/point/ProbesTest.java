package nl.poort25.point;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.poort25.database.TestDatabase;
import nl.poort25.database.Wired;
import nl.poort25.enforcement.Alarm;
import nl.poort25.enforcement.Alarms;
import nl.poort25.enforcement.PointLines;
import nl.poort25.exemption.Openings;
import nl.poort25.exemption.OutsideCheckStatus;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EnforcementTarget;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of what a prober found, in the DATABASE. */
@Tag(TestDatabase.TAG)
class ProbesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final TestDatabase DATABASE = new TestDatabase(Point.class, LastProbeResult.class);

  private List<String> state = List.of("inside 192.0.2.0/24", "open 192.0.2.9");
  private int alarms;
  private String unreached;
  private final Map<String, Instant> since = new HashMap<>();

  @BeforeEach
  void aProber() {
    DATABASE.run(em -> em.createQuery("delete from LastProbeResult").executeUpdate());
    DATABASE.run(em -> em.createQuery("delete from Point").executeUpdate());
    DATABASE.run(em -> em.persist(new Point("probe-1", PointKind.PROBER, false, List.of(), NOW)));
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private <T> T with(Function<Found, T> call) {
    return DATABASE.in(em -> call.apply(found(em)));
  }

  private record Found(EntityManager em, Probes probes, LastProbeResults results, Point prober) {}

  private Found found(EntityManager em) {
    var beans = beans(em);
    return new Found(em, beans.get(Probes.class), beans.get(LastProbeResults.class), prober(em));
  }

  private static Point prober(EntityManager em) {
    return em.createQuery("select p from Point p", Point.class).getSingleResult();
  }

  private Wired beans(EntityManager em) {
    var lines =
        new PointLines() {
          @Override
          public List<String> whole(EnforcementTarget target, long number) {
            return state;
          }

          @Override
          public boolean has(DesiredLine line, long number) {
            return state.contains(line.toString());
          }
        };
    var raised =
        new Alarms() {
          @Override
          public void raise(Alarm.Kind kind, String about, String detail, Instant now) {
            if (kind == Alarm.Kind.UNREACHED) {
              unreached = detail;
            } else {
              alarms = 1;
            }
          }

          @Override
          public void end(Alarm.Kind kind, String about, Instant now) {
            if (kind == Alarm.Kind.UNREACHED) {
              unreached = null;
            } else {
              alarms = 0;
            }
          }
        };
    var openings =
        new Openings() {
          @Override
          public Map<String, Instant> openSince(Collection<String> destinations) {
            return since;
          }
        };
    return new Wired(em)
        .with(PointLines.class, lines)
        .with(Alarms.class, raised)
        .with(Openings.class, openings);
  }

  private void found(Instant at, String... tries) {
    String report = "";
    for (String tried : tries) {
      report += at.getEpochSecond() + " " + tried + "\n";
    }
    byte[] raw = report.getBytes(US_ASCII);
    with(
        all -> {
          all.probes().takeReport(all.prober(), raw, 1, at);
          return null;
        });
  }

  private List<String> next(Instant now) {
    return with(all -> all.probes().toTry(all.prober(), 1, now));
  }

  private List<String> known() {
    return with(
        all ->
            all.em()
                .createQuery(
                    "select p.address from LastProbeResult p order by p.address", String.class)
                .getResultList());
  }

  @Test
  void whatAnswersThoughItShouldNotIsAnAlarmUntilAnotherTryFindsItClosed() {
    found(NOW, "192.0.2.9 answered 220 mx", "192.0.2.77 answered 220 leak");
    assertEquals(1, alarms);
    assertTrue(next(NOW).contains("closed 192.0.2.77"));
    found(NOW.plusSeconds(60), "192.0.2.9 answered 220 mx");
    assertEquals(1, alarms, "nobody has looked again");
    found(NOW.plusSeconds(120), "192.0.2.77 refused");
    assertEquals(0, alarms);
  }

  @Test
  void whatIsSaidToBeOpenAndIsNotReachedIsAnAlarmUntilItIsReachedAgain() {
    since.put("192.0.2.9", NOW.minusSeconds(60));
    var now = NOW;
    for (String tried : List.of("silent", "refused", "unreachable")) {
      now = now.plusSeconds(60);
      found(now, "192.0.2.9 " + tried);
      assertEquals("192.0.2.9 " + tried, unreached);
      now = now.plusSeconds(60);
      found(now, "192.0.2.9 answered 220 mx");
      assertNull(unreached);
    }
  }

  @Test
  void whatThePointsHoldAndNobodyCallsOpenYetIsNoAlarm() {
    since.put("192.0.2.9", Instant.MAX);
    found(NOW, "192.0.2.9 silent");
    assertNull(unreached);
    since.put("192.0.2.9", NOW.plusSeconds(60));
    found(NOW.plusSeconds(59), "192.0.2.9 silent");
    assertNull(unreached, "tried before it was open");
    found(NOW.plusSeconds(60), "192.0.2.9 silent");
    assertEquals("192.0.2.9 silent", unreached);
  }

  /** A mail server of the provider's own, which is in no exemption. */
  @Test
  void whatIsOpenWithoutAnExemptionIsAskedForFromTheStart() {
    state = List.of("inside 192.0.2.0/24", "own 192.0.2.9");
    found(NOW, "192.0.2.9 silent");
    assertEquals("192.0.2.9 silent", unreached);
  }

  /** It is on the list of the round that is under way, and rightly silent by now. */
  @Test
  void whatWasClosedDuringTheRoundIsNoAlarm() {
    found(NOW, "192.0.2.9 silent");
    assertNull(unreached);
  }

  @ParameterizedTest
  @CsvSource({
    "answered 220 mx.klant.nl ESMTP, PROVEN",
    "answered 220-mx.klant.nl, PROVEN",
    "answered, MUTE",
    "answered 554 no service, NO_GREETING",
    "answered SSH-2.0-OpenSSH_9.2, NO_GREETING",
    "silent, SILENT",
    "refused, REFUSED",
    "unreachable, UNREACHABLE"
  })
  void onlyAGreetingProvesThatItIsOpen(String tried, OutsideCheckStatus sight) {
    since.put("192.0.2.9", NOW.minusSeconds(60));
    found(NOW, "192.0.2.9 " + tried);
    List<LastProbeResult> wrong = with(all -> all.results().wrong(all.prober()));
    LastProbeResult probe =
        with(
            all ->
                all.em()
                    .createQuery("select p from LastProbeResult p", LastProbeResult.class)
                    .getSingleResult());
    assertEquals(sight, probe.getSight());
    assertEquals(sight == OutsideCheckStatus.PROVEN, probe.isAsExpected());
    assertEquals(sight == OutsideCheckStatus.PROVEN ? 0 : 1, wrong.size());
    long right = with(all -> all.results().right(all.prober()));
    assertEquals(sight == OutsideCheckStatus.PROVEN ? 1 : 0, right);
    assertEquals(sight.isContrary(), unreached != null);
  }

  @Test
  void whatIsNoLongerToBeOpenIsNotWaitedForAnyMore() {
    found(NOW, "192.0.2.9 silent");
    List<LastProbeResult> wrong = with(all -> all.results().wrong(all.prober()));
    assertEquals(1, wrong.size());
    state = List.of("inside 192.0.2.0/24");
    assertFalse(next(NOW).contains("open 192.0.2.9"));
    assertEquals(List.of(), known());
  }

  @Test
  void aLeakOfAPrefixThatIsGoneAndAnOldSampleAreForgotten() {
    found(NOW, "198.51.100.7 answered 220 leak", "192.0.2.78 refused", "192.0.2.9 answered");
    next(NOW);
    assertEquals(List.of("192.0.2.78", "192.0.2.9"), known());
    next(NOW.plus(Duration.ofDays(8)));
    assertEquals(List.of("192.0.2.9"), known());
  }
}
