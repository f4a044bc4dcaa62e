package nl.poort25.exemption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import nl.poort25.domain.NextStep.By;
import nl.poort25.exemption.ExemptionProgress.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExemptionProgressTest {
  private static final Instant SENT = Instant.parse("2026-11-23T10:00:00Z");
  private static final Instant DUE = Instant.parse("2026-11-25T16:00:00Z");

  private static ExemptionProgress of(ExemptionState state, boolean asked, boolean held) {
    boolean sent = state != ExemptionState.DRAFT;
    return ExemptionProgress.of(
        new Facts(
            state, false, false, asked, held, false, sent ? SENT : null, sent ? DUE : null, false));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "DRAFT, false, false, NLLL, PARTNER, DRAFT",
        "SUBMITTED, false, false, DNLL, PROVIDER, SUBMITTED",
        "SUBMITTED, true, false, DNLL, PARTNER, ASKED",
        "SUBMITTED, false, true, DNLL, PARTNER, HELD",
        "SUBMITTED, true, true, DNLL, PARTNER, HELD",
        "APPROVED, false, false, DDDN, PROVIDER, APPROVED",
        "OPEN, false, false, DDDD, -, -",
        "SUSPENDED, false, false, DDDN, PARTNER, SUSPENDED",
        "REJECTED, false, false, DDLL, -, -",
        "WITHDRAWN, false, false, DLLL, -, -",
        "CLOSED, false, false, DDDL, -, -"
      })
  void saysHowFarItHasComeAndWhoseTurnItIs(
      ExemptionState state, boolean asked, boolean held, String drawn, By by, String next) {
    var progress = of(state, asked, held);
    assertEquals(
        drawn,
        progress.way().steps().stream()
            .map(step -> step.state().name().substring(0, 1))
            .collect(Collectors.joining()));
    assertEquals(by, progress.by());
    if (next == null) {
      assertNull(progress.next());
    } else {
      assertEquals("exemption.now." + next, progress.next().key());
      assertEquals("exemption.now.staff." + next, progress.forStaff().key());
    }
  }

  @Test
  void aTermIsTheProvidersAloneAndStandsStillMeanwhile() {
    assertEquals(DUE, of(ExemptionState.SUBMITTED, false, false).until());
    assertNull(of(ExemptionState.SUBMITTED, true, false).until());
    var late =
        ExemptionProgress.of(
            new Facts(
                ExemptionState.SUBMITTED, false, false, false, false, false, SENT, DUE, true));
    assertTrue(late.late());
  }

  /** It stood open before the portal and violates a rule: staff decides, not the network. */
  @Test
  void whatWasTakenOverAgainstARuleWaitsForADecision() {
    var progress =
        ExemptionProgress.of(
            new Facts(ExemptionState.APPROVED, false, true, false, false, true, null, null, false));
    assertEquals(By.PROVIDER, progress.by());
    assertEquals("exemption.now.TO_ACCEPT", progress.next().key());
  }

  @Test
  void whatWasRefusedIsNotOpenedLater() {
    for (var state : List.of(ExemptionState.REJECTED, ExemptionState.WITHDRAWN)) {
      var steps = of(state, false, false).way().steps();
      assertEquals("exemption.way.not-opened", steps.get(steps.size() - 1).said().key());
    }
  }
}
