package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TooManyRequestsTest {
  @Test
  void roundsTheSecondsToWaitUp() {
    assertEquals(0, TooManyRequests.wholeSeconds(Duration.ZERO));
    assertEquals(1, TooManyRequests.wholeSeconds(Duration.ofMillis(1)));
    assertEquals(2, TooManyRequests.wholeSeconds(Duration.ofMillis(1_001)));
    assertEquals(60, TooManyRequests.wholeSeconds(Duration.ofSeconds(60)));
  }
}
