package nl.poort25.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.poort25.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the state of the relays costs does not depend on how many names it has. */
@Tag(TestDatabase.TAG)
class RelayScaleTest {
  private final RelayWorld world = new RelayWorld();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void whatIsIdleOrOneChangeAsksNoMoreOfManyNames() {
    world.settings.put("poort25.guard.lines", "50");
    ManyNames.make(world, 20_000);
    assertEquals(1, world.round().size());
    assertEquals(20_000, world.lines().size());
    long idle = statements(() -> assertEquals(List.of(), world.round()));
    assertTrue(idle <= 30, idle + " statements where nothing is new");
    world.sql(
        "update registration set proof = null where held_name = '" + ManyNames.name(77) + "'");
    long one = statements(() -> assertEquals(1, world.round().size()));
    assertTrue(one <= 45, one + " statements for one name");
    assertEquals(19_999, world.last().orElseThrow().getLineCount());
    assertEquals(19_999, world.lines().size());
  }

  private long statements(Runnable work) {
    long before = world.database.statements();
    work.run();
    return world.database.statements() - before;
  }
}
