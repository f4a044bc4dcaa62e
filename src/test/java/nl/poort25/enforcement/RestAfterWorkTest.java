package nl.poort25.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RestAfterWorkTest {
  private long now = Long.MAX_VALUE - 50; // nanoTime may overflow
  private final RestAfterWork rest = new RestAfterWork(() -> now);

  @Test
  void whatTookLongRestsLong() {
    assertTrue(rest.isOver());
    rest.work(() -> now += 100);
    assertFalse(rest.isOver());
    now += 899;
    assertFalse(rest.isOver());
    now += 1;
    assertTrue(rest.isOver());
    rest.work(() -> now += 1);
    now += 9;
    assertTrue(rest.isOver());
  }

  @Test
  void soDoesWhatFailed() {
    var fault = new IllegalStateException("no database");
    assertEquals(
        fault,
        assertThrows(
            IllegalStateException.class,
            () ->
                rest.work(
                    () -> {
                      now += 100;
                      throw fault;
                    })));
    assertFalse(rest.isOver());
  }
}
