package nl.poort25.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoundsCheckTest {
  private long now;
  private final OverdueRounds lateness = new OverdueRounds();

  RoundsCheckTest() {
    lateness.nanos = () -> now;
    lateness.startWatching(Round.ENFORCEMENT);
    lateness.startWatching(Round.MAIL);
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  @Test
  void isReadyWhileRoundsAreInTime() {
    pass(Round.ENFORCEMENT.first());
    assertTrue(RoundsCheck.isReady(lateness.late()));
    assertEquals("", RoundsCheck.names(lateness.late()));
  }

  @Test
  void isNotReadyWhereOneOfEnforcementIsLate() {
    pass(Round.ENFORCEMENT.first().plus(Round.ENFORCEMENT.late()).plusMillis(1));
    assertFalse(RoundsCheck.isReady(lateness.late()));
    assertEquals("ENFORCEMENT", RoundsCheck.names(lateness.late()));
    lateness.recordGoodEnd(Round.ENFORCEMENT);
    assertTrue(RoundsCheck.isReady(lateness.late()));
  }

  @Test
  void saysThatMailIsLateAndIsReadyForAllThat() {
    pass(Round.MAIL.first().plus(Round.MAIL.late()).plusMillis(1));
    lateness.recordGoodEnd(Round.ENFORCEMENT);
    assertTrue(RoundsCheck.isReady(lateness.late()));
    assertEquals("MAIL", RoundsCheck.names(lateness.late()));
  }
}
