package nl.poort25.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

  @Test
  void pausesLongerAndLonger() {
    assertEquals(Optional.of(NOW.plusSeconds(60)), RetrySchedule.next(1, NOW));
    assertEquals(Optional.of(NOW.plusSeconds(300)), RetrySchedule.next(2, NOW));
    for (int tries = 2; tries <= 9; tries++) {
      var before = RetrySchedule.next(tries - 1, NOW).orElseThrow();
      var after = RetrySchedule.next(tries, NOW).orElseThrow();
      assertTrue(!after.isBefore(before), "try " + tries);
    }
  }

  @Test
  void givesUpAfterTheTenthTryAndMoreThanThreeDays() {
    Instant at = NOW;
    for (int tries = 1; tries <= 9; tries++) {
      at = RetrySchedule.next(tries, at).orElseThrow();
    }
    assertTrue(at.isAfter(NOW.plus(Duration.ofDays(3))), at.toString());
    assertTrue(RetrySchedule.next(10, at).isEmpty());
  }
}
