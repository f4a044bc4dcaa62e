package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
  private static final long MEGABYTE = 1024 * 1024;
  private final MemoryBudget room = new MemoryBudget();

  private static BodyReceiver of(long megabytes) {
    return ArrivalsOfTest.from("192.0.2.1", megabytes * MEGABYTE, 0);
  }

  @Test
  void largeOnesWaitForTheirTurnAndSmallOnesDoNot() {
    var first = of(20);
    var second = of(20);
    var third = of(5);
    assertEquals(List.of(first), room.enter(first, 0));
    assertEquals(List.of(), room.enter(second, 0));
    assertEquals(List.of(), room.enter(third, 0), "behind the one before it");
    var small = of(1);
    assertEquals(List.of(small), room.enter(small, 0));
    assertEquals(List.of(second, third), room.leave(first));
    assertEquals(List.of(), room.leave(second));
  }

  @Test
  void oneThatIsLargerThanTheRoomIsAlone() {
    var huge = of(50);
    var next = of(2);
    assertEquals(List.of(huge), room.enter(huge, 0));
    assertEquals(List.of(), room.enter(next, 0));
    assertEquals(List.of(next), room.leave(huge));
  }

  /** Nobody knows what a few packed bytes come to. */
  @Test
  void whatIsPackedIsAlone() {
    var first = ArrivalsOfTest.packed(200);
    var second = ArrivalsOfTest.packed(200);
    assertEquals(List.of(first), room.enter(first, 0));
    assertEquals(List.of(), room.enter(second, 0));
    assertEquals(List.of(second), room.leave(first));
  }

  @Test
  void whoWaitsTooLongWaitsNoMore() {
    var first = of(40);
    var second = of(40);
    room.enter(first, 0);
    room.enter(second, 0);
    assertEquals(List.of(), room.late(Duration.ofSeconds(60).toNanos()));
    assertEquals(List.of(second), room.late(Duration.ofSeconds(61).toNanos()));
    assertEquals(List.of(), room.leave(first));
  }

  @Test
  void aClientThatIsGoneWaitsNoMore() {
    var first = of(40);
    var gone = of(40);
    room.enter(first, 0);
    room.enter(gone, 0);
    assertEquals(List.of(), room.leave(gone));
    assertEquals(List.of(), room.leave(first));
  }
}
