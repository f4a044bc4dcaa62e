package nl.poort25.point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import nl.poort25.text.Text;
import nl.poort25.web.Sha256;
import org.junit.jupiter.api.Test;

/** What the page of a point shows. */
class PointSectionsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final PostfixFault FAULT = new PostfixFault(Text.of("point.fault.parents"), true);

  private static Point point(PointKind kind) {
    return new Point("edge", kind, false, List.of(), NOW);
  }

  private static Point reported(PointKind kind) {
    var point = point(kind);
    point.recordReport(
        PointReport.parse(
            "poort25-report 1\ngeneration 0\noutcome observed\nmessage no\nreadback %s 0\n\n"
                .formatted(Sha256.hex(new byte[0]))
                .getBytes(StandardCharsets.US_ASCII)),
        NOW);
    point.recordDrift(new Drift(List.of("open 192.0.2.9"), List.of("open 192.0.2.8")), NOW);
    return point;
  }

  private static PointSections sections(Point point, boolean held, PostfixFault... faults) {
    var line = new DriftLine(point, true, "open 192.0.2.8");
    return new PointSections(point, held, List.of(faults), List.of(line), true);
  }

  @Test
  void whatItWouldChangeIsShownWhereAnAgentHasSaidIt() {
    assertTrue(sections(reported(PointKind.NFTABLES), false).isDriftShown());
    assertFalse(sections(point(PointKind.NFTABLES), false).isDriftShown(), "nothing said");
    assertFalse(sections(reported(PointKind.PROBER), false).isDriftShown());
  }

  @Test
  void whatIsHeldShowsItsOwnChangeInsteadOnceItEnforces() {
    var point = reported(PointKind.NFTABLES);
    assertTrue(sections(point, true).isDriftShown());
    assertEquals(
        Text.of("point.would.removed"),
        sections(point, true).of(new DriftLine(point, true, "open 192.0.2.8")));
    point.enforce(point.shown(1), 1);
    point.recordDrift(new Drift(List.of("open 192.0.2.9"), List.of()), NOW);
    assertFalse(sections(point, true).isDriftShown());
    assertTrue(sections(point, false).isDriftShown());
    assertEquals(
        Text.of("point.drift.missing"),
        sections(point, false).of(new DriftLine(point, false, "open 192.0.2.9")));
  }

  @Test
  void aFaultIsNoLineTooMany() {
    var point = reported(PointKind.POSTFIX);
    assertFalse(sections(point, false).isFaultShown());
    assertEquals(1, sections(point, false).surplus());
    assertTrue(sections(point, false).isDriftCut(), "one of two lines");
    assertTrue(sections(point, false, FAULT).isFaultShown());
    assertEquals(0, sections(point, false, FAULT).surplus());
    assertFalse(sections(point, false, FAULT).isDriftCut());
  }

  @Test
  void whatIsOutOfUseIsNotManaged() {
    var point = reported(PointKind.NFTABLES);
    assertTrue(sections(point, false).isManaged());
    assertTrue(sections(point, false).isKeyShown());
    point.retire(NOW);
    assertFalse(sections(point, false).isManaged());
    assertFalse(sections(point, false).isKeyShown());
    assertTrue(sections(point, false).isStateShown());
    var byHand = point(PointKind.IRONPORT);
    byHand.retire(NOW);
    assertFalse(sections(byHand, false).isStateShown());
  }

  @Test
  void aProberHasNothingToHold() {
    var held = new PointRow(point(PointKind.NFTABLES), 3, 0, PointStatus.NEW);
    assertEquals(3, held.toHold());
    assertNull(new PointRow(held.point(), 0, 0, PointStatus.NEW).toHold());
    assertNull(new PointRow(point(PointKind.PROBER), 3, 0, PointStatus.NEW).toHold());
    assertTrue(sections(reported(PointKind.PROBER), false).isProbeShown());
    assertFalse(sections(point(PointKind.PROBER), false).isProbeShown());
  }
}
