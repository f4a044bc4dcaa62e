package nl.poort25.round;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InFlightCounterTest {
  private final InFlightCounter requests = new InFlightCounter();

  @Test
  void whatIsUnderWayIsWaitedFor() {
    assertTrue(requests.tryEnter());
    assertFalse(requests.awaitNone(Duration.ofMillis(30)));
    new Thread(requests::leave).start();
    assertTrue(requests.awaitNone(Duration.ofSeconds(20)));
  }

  @Test
  void nothingMoreBeginsOnceItIsClosed() {
    assertTrue(requests.tryEnter());
    requests.close();
    assertFalse(requests.tryEnter());
    requests.leave();
    assertTrue(requests.isNone());
  }
}
