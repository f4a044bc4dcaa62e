package nl.poort25.point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.poort25.account.SecretToken;
import nl.poort25.network.Cidr;
import nl.poort25.web.Conflict;
import nl.poort25.web.Sha256;
import org.junit.jupiter.api.Test;

class PointTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private static Point point(PointKind format, Cidr... sources) {
    return new Point("edge", format, false, List.of(sources), NOW);
  }

  private static PointReport report(long generation, String outcome) {
    return PointReport.parse(
        """
        poort25-report 1
        generation %d
        outcome %s
        message no
        readback %s 0

        """
            .formatted(generation, outcome, Sha256.hex(new byte[0]))
            .getBytes(StandardCharsets.US_ASCII));
  }

  private static Point enforcing() {
    var point = point(PointKind.NFTABLES);
    point.getAccess().recordContact("127.0.0.1", NOW);
    point.recordReport(report(0, "observed"), NOW);
    point.enforce(point.shown(1), 1);
    return point;
  }

  @Test
  void itEnforcesOnlyWhatStaffHasSeen() {
    var point = point(PointKind.NFTABLES);
    assertThrows(Conflict.class, () -> point.enforce(point.shown(1), 1), "nothing was read back");
    point.recordReport(report(0, "observed"), NOW);
    String shown = point.shown(1);
    assertFalse(point.enforce(shown, 2), "another state by now");
    assertFalse(point.isEnforcing());
    assertTrue(point.enforce(shown, 1));
    assertTrue(point.isCounted());
    assertThrows(Conflict.class, () -> point.enforce(shown, 1));
    point.onlyReport();
    assertFalse(point.isCounted());
  }

  @Test
  void whoIsLookedAfterByHandEnforcesNothing() {
    var point = point(PointKind.IRONPORT);
    point.recordReport(report(0, "observed"), NOW);
    assertThrows(Conflict.class, () -> point.enforce(point.shown(1), 1));
    assertFalse(point.isCounted());
    assertFalse(point.hasOwnProgram());
    assertEquals(PointStatus.BY_HAND, status(point, 1));
  }

  @Test
  void withATokenAProgramOfItsOwnersLooksAfterItAndCountsOnceItEnforces() {
    var point = point(PointKind.OTHER_FIREWALL);
    point.replaceToken(SecretToken.generate());
    assertTrue(point.hasOwnProgram());
    assertEquals(PointStatus.NEW, status(point, 1));
    assertFalse(point.isReadyToEnforce(), "it has not said yet what it would change");
    point.recordReport(report(0, "observed"), NOW);
    assertFalse(point.isCounted());
    assertTrue(point.enforce(point.shown(1), 1));
    assertTrue(point.isCounted());
    assertFalse(point.hasOldAgent(), "it has none of ours");
  }

  @Test
  void outOfUseItDoesNothingAnyMore() {
    var point = enforcing();
    point.retire(NOW);
    assertFalse(point.isCounted());
    assertFalse(point.getAccess().hasToken());
    assertThrows(Conflict.class, () -> point.replaceToken(SecretToken.generate()));
    assertThrows(Conflict.class, () -> point.retire(NOW));
    assertEquals(PointStatus.RETIRED, status(point, 1));
  }

  @Test
  void aTokenIsTakenFromWhereItMayComeFrom() {
    assertTrue(point(PointKind.NFTABLES).getAccess().mayComeFrom("203.0.113.9"));
    var bound = point(PointKind.NFTABLES, Cidr.of("198.51.100.0/24"), Cidr.of("2001:db8::/32"));
    assertTrue(bound.getAccess().mayComeFrom("198.51.100.7"));
    assertTrue(bound.getAccess().mayComeFrom("2001:db8::7"));
    assertFalse(bound.getAccess().mayComeFrom("203.0.113.9"));
  }

  @Test
  void whatItHoldsIsWhatWasFoundAndNotWhatItSays() {
    var point = enforcing();
    point.recordReport(report(7, "applied"), NOW);
    assertFalse(point.isAt(7));
    point.recordDrift(new Drift(List.of("open 192.0.2.9"), List.of()), NOW);
    assertEquals(PointStatus.DRIFT, status(point, 7));
    assertTrue(point.recordHeld(7, NOW));
    assertFalse(point.recordHeld(7, NOW), "not anew");
    assertTrue(point.isAt(7));
    assertEquals(PointStatus.APPLIED, status(point, 7));
    assertEquals(PointStatus.BEHIND, status(point, 8));
    point.recordReport(report(7, "failed"), NOW);
    assertEquals(PointStatus.FAILED, status(point, 8));
  }

  private static PointStatus status(Point point, long wanted) {
    return PointStatus.of(point, wanted, false, point.isSilent(SILENCE, NOW));
  }

  @Test
  void silenceCountsFromWhenItWasHeardLast() {
    var point = point(PointKind.NFTABLES);
    assertFalse(point.isSilent(SILENCE, NOW.plusSeconds(9999)), "not installed yet");
    assertEquals(PointStatus.NEW, status(point, 1));
    point.getAccess().recordContact("127.0.0.1", NOW);
    assertFalse(point.isSilent(SILENCE, NOW.plus(SILENCE)));
    assertTrue(point.isSilent(SILENCE, NOW.plus(SILENCE).plusSeconds(1)));
    assertEquals(
        PointStatus.SILENT,
        PointStatus.of(point, 1, false, point.isSilent(SILENCE, NOW.plusSeconds(121))));
    assertTrue(point.isSilent(SILENCE, NOW.minusSeconds(3600)), "the clock was set back");
    point.recordReport(report(7, "kept"), NOW);
    point.getAccess().recordContact("127.0.0.1", NOW.plusSeconds(121));
    assertTrue(
        point.isSilent(SILENCE, NOW.plusSeconds(121)), "it asks, but nothing is known of it");
    point.recordReport(report(7, "kept"), NOW.plusSeconds(121));
    assertFalse(point.isSilent(SILENCE, NOW.plusSeconds(121)));
  }
}
