package nl.poort25.mx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import nl.poort25.mx.MxVerdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecheckIntervalTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final Duration USUAL = Duration.ofHours(24);

  @ParameterizedTest
  @CsvSource({
    // outcome, so for, next look after
    "CORRECT, PT0S, PT24H",
    "CORRECT, PT900H, PT24H",
    "WRONG, PT0S, PT1H",
    "WRONG, PT23H59M, PT1H",
    "WRONG, PT24H, PT24H",
    "UNKNOWN, PT0S, PT5M",
    "UNKNOWN, PT5M, PT5M",
    "UNKNOWN, PT10M, PT10M",
    "UNKNOWN, PT20M, PT20M",
    "UNKNOWN, PT30H, PT24H"
  })
  void looksAgainSoonWhereSomethingMayChange(Outcome outcome, Duration so, Duration pause) {
    assertEquals(NOW.plus(pause), RecheckInterval.next(outcome, NOW.minus(so), null, USUAL, NOW));
  }

  @Test
  void neverLooksLessOftenThanUsual() {
    var often = Duration.ofMinutes(2);
    assertEquals(NOW.plus(often), RecheckInterval.next(Outcome.WRONG, NOW, null, often, NOW));
    assertEquals(NOW.plus(often), RecheckInterval.next(Outcome.UNKNOWN, NOW, null, often, NOW));
  }

  @Test
  void looksWhenTheTermOfALostProofIsOver() {
    var ends = NOW.plusSeconds(600);
    assertEquals(ends, RecheckInterval.next(Outcome.WRONG, NOW.minus(USUAL), ends, USUAL, NOW));
    var past = NOW.minusSeconds(1);
    assertEquals(
        NOW.plus(USUAL), RecheckInterval.next(Outcome.WRONG, NOW.minus(USUAL), past, USUAL, NOW));
    var far = NOW.plus(Duration.ofDays(14));
    assertEquals(
        NOW.plus(USUAL), RecheckInterval.next(Outcome.WRONG, NOW.minus(USUAL), far, USUAL, NOW));
  }
}
