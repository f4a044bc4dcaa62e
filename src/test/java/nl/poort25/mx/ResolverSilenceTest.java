package nl.poort25.mx;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ResolverSilenceTest {
  private final ResolverSilence silence = new ResolverSilence();

  @Test
  void lastsWhileNothingIsDueAndEndsWithTheFirstAnswer() {
    assertTrue(silence.record(11, false));
    assertTrue(silence.record(0, false));
    assertFalse(silence.record(1, true));
    assertFalse(silence.record(0, false));
  }

  @Test
  void isNotToldFromAFewNames() {
    assertFalse(silence.record(ResolverSilence.FEW, false));
    assertTrue(silence.record(1, false));
  }
}
