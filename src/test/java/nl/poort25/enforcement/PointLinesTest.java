package nl.poort25.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import nl.poort25.database.TestDatabase;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EnforcementTarget;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an agent gets that knows the lines of the first agents only, in the DATABASE. */
@Tag(TestDatabase.TAG)
@SuppressWarnings("UnnecessaryAssignment") // there is no container that would inject
class PointLinesTest {
  private static final TestDatabase DATABASE = new TestDatabase(Generation.class, LineSpan.class);

  @BeforeEach
  void empty() {
    DATABASE.run(
        em -> {
          em.createQuery("delete from LineSpan").executeUpdate();
          em.createQuery("delete from Generation").executeUpdate();
        });
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static void line(String text, long from) {
    var line = DesiredLine.parse(EnforcementTarget.FIREWALL, text);
    DATABASE.run(
        em -> em.persist(new LineSpan(EnforcementTarget.FIREWALL, line, Cause.SETTING, from)));
  }

  private static <T> T with(Function<PointLines, T> call) {
    return DATABASE.in(
        em -> {
          var lines = new PointLines();
          lines.em = em;
          return call.apply(lines);
        });
  }

  private static StateSteps steps(PointLines lines) {
    var steps = new StateSteps();
    steps.em = lines.em;
    steps.lines = lines;
    return steps;
  }

  @Test
  void aRelayFromBeforeThePostmasterStillRefusesWhomItIsToRefuse() {
    var denied = List.of("deny 192.0.2.9 AB-2026-0007", "recipient info@klant.nl");
    var all = List.of(denied.get(0), "postmaster beheer@provider.nl", denied.get(1));
    assertEquals(denied, PointLines.forOlder(all));
    assertTrue(PointLines.knowsAllLines(EnforcementTarget.RELAY, "postmaster"));
    assertFalse(PointLines.knowsAllLines(EnforcementTarget.RELAY, "own"));
    assertFalse(PointLines.knowsAllLines(EnforcementTarget.RELAY, null));
    assertTrue(PointLines.knowsAllLines(EnforcementTarget.FIREWALL, "own"));
    assertFalse(PointLines.knowsAllLines(EnforcementTarget.FIREWALL, null));
  }

  @Test
  void aStepBesideOwnIsNotForIt() {
    line("own 192.0.2.25", 1);
    line("own 192.0.2.26", 1);
    line("open 192.0.2.9", 2);
    line("open 192.0.2.25", 3);
    var there = with(lines -> steps(lines).between(EnforcementTarget.FIREWALL, 1, 2));
    assertTrue(there.isForOlder(), "no own line is at that address");
    for (var ends : List.of(List.of(2L, 3L), List.of(3L, 2L))) {
      var step =
          with(lines -> steps(lines).between(EnforcementTarget.FIREWALL, ends.get(0), ends.get(1)));
      assertEquals(1, step.added().size() + step.removed().size());
      assertFalse(step.isForOlder(), "it would take away what stands for own");
    }
  }

  @Test
  void whatItHoldsIsKnownForWhatItGot() {
    line("own 192.0.2.25", 1);
    DATABASE.run(
        em ->
            em.persist(
                new Generation(
                    EnforcementTarget.FIREWALL, 1, "0".repeat(64), 1, 0, 0, false, Instant.EPOCH)));
    assertTrue(isOfOlder(new PointClaim(1, DesiredLine.digest("open 192.0.2.25\n"))));
    assertFalse(isOfOlder(new PointClaim(1, DesiredLine.digest("own 192.0.2.25\n"))));
    assertFalse(isOfOlder(new PointClaim(1, null)));
    assertFalse(isOfOlder(new PointClaim(2, DesiredLine.digest("open 192.0.2.25\n"))));
  }

  private static boolean isOfOlder(PointClaim claim) {
    return with(lines -> lines.isOfOlder(EnforcementTarget.FIREWALL, claim));
  }

  @Test
  void anAgentFromBeforeOwnGetsTheSameAsOpen() {
    assertEquals(
        List.of(
            "inside 192.0.2.0/24", "open 192.0.2.25", "open 192.0.2.26", "open 2001:db8:25::25"),
        PointLines.forOlder(
            List.of(
                "inside 192.0.2.0/24",
                "open 192.0.2.25",
                "own 192.0.2.25",
                "own 192.0.2.26",
                "own 2001:db8:25::25")));
  }

  @Test
  void aStepWithOwnIsNotForIt() {
    assertTrue(
        new StateSteps.Step(List.of("open 192.0.2.9"), List.of("open 192.0.2.10")).isForOlder());
    assertFalse(new StateSteps.Step(List.of(), List.of("own 192.0.2.25")).isForOlder());
    assertFalse(new StateSteps.Step(List.of("own 192.0.2.25"), List.of()).isForOlder());
  }
}
