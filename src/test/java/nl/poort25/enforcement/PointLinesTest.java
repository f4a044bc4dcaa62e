package nl.poort25.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What an agent gets that knows no lines of the provider's own mail servers (2.5). */
class PointLinesTest {
  @Test
  void anAgentFromBeforeOwnGetsTheSameAsOpen() {
    assertEquals(
        List.of(
            "inside 192.0.2.0/24", "open 192.0.2.25", "open 192.0.2.26", "open 2001:db8:25::25"),
        PointLines.withoutOwn(
            List.of(
                "inside 192.0.2.0/24",
                "open 192.0.2.25",
                "own 192.0.2.25",
                "own 192.0.2.26",
                "own 2001:db8:25::25")));
  }

  @Test
  void aStepWithOwnIsNotForIt() {
    assertTrue(
        new PointLines.Step(List.of("open 192.0.2.9"), List.of("open 192.0.2.10")).isWithoutOwn());
    assertFalse(new PointLines.Step(List.of(), List.of("own 192.0.2.25")).isWithoutOwn());
    assertFalse(new PointLines.Step(List.of("own 192.0.2.25"), List.of()).isWithoutOwn());
  }
}
