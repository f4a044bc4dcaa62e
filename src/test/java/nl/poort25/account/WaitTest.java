package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitTest {
  @Test
  void roundsTheSecondsToWaitUp() {
    assertEquals(0, Wait.wholeSeconds(Duration.ZERO));
    assertEquals(1, Wait.wholeSeconds(Duration.ofMillis(1)));
    assertEquals(2, Wait.wholeSeconds(Duration.ofMillis(1_001)));
    assertEquals(60, Wait.wholeSeconds(Duration.ofSeconds(60)));
  }
}
