package nl.poort25.exemption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * Open is said only of what was decided, was confirmed, and is covered by no open case (4.10,
 * 4.13).
 */
class PortStateTest {
  @Test
  void nothingThatAnOpenCaseCoversIsOpen() {
    for (var decided : OpeningState.values()) {
      for (boolean confirmed : new boolean[] {false, true}) {
        assertNotEquals(
            PortState.OPEN, PortState.of(decided, confirmed, true), decided + " " + confirmed);
      }
    }
    assertEquals(PortState.BLOCKING, PortState.of(OpeningState.OPEN, true, true));
    assertEquals(PortState.SUSPENDED, PortState.of(OpeningState.APPROVED, false, true));
    assertEquals(PortState.OPEN, PortState.of(OpeningState.OPEN, true, false));
  }

  @Test
  void closedIsSaidOnceItIsConfirmed() {
    assertEquals(PortState.CLOSING, PortState.of(OpeningState.CLOSED, true, false));
    assertEquals(PortState.CLOSED, PortState.of(OpeningState.CLOSED, false, false));
    assertEquals(PortState.BLOCKING, PortState.of(OpeningState.SUSPENDED, true, false));
    assertEquals(PortState.SUSPENDED, PortState.of(OpeningState.SUSPENDED, false, false));
    assertTrue(PortState.CLOSING.isStillOpen() && PortState.BLOCKING.isStillOpen());
    assertFalse(PortState.SUSPENDED.isStillOpen() || PortState.CLOSED.isStillOpen());
  }
}
