package nl.poort25.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTest {
  /** Which of the three ways a page shows it: changed, removed, said. */
  private static List<Boolean> shown(String before, String after) {
    var change = new Change("state", before, after);
    return List.of(change.isChanged(), change.isRemoved(), change.isSaid());
  }

  @Test
  void eachIsShownInOneWay() {
    assertEquals(List.of(true, false, false), shown("OPEN", "CLOSED"));
    assertEquals(List.of(false, true, false), shown("OPEN", null));
    assertEquals(List.of(false, false, true), shown(null, "OPEN"));
    assertEquals(List.of(false, false, true), shown("OPEN", "OPEN"));
  }

  @Test
  void aNoteIsForStaff() {
    assertTrue(new Change("note", null, "x").isShownTo(true));
    assertFalse(new Change("note", null, "x").isShownTo(false));
    assertTrue(new Change("reason", null, "x").isShownTo(false));
  }

  @Test
  void constantsAreWordsEach() {
    assertEquals(
        List.of("REVIEWER", "NETWORK"), new Change("r", "REVIEWER, NETWORK", "").beforeWords());
    assertEquals(List.of("Ans, Bob"), new Change("r", "Ans, Bob", "").beforeWords());
    assertEquals(List.of(), new Change("r", "Ans, Bob", "").afterWords());
  }
}
