package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PageTurnsTest {
  @Test
  void lastsNoLongerThanPatience() {
    var turns = new PageTurns(2, 1);
    assertTrue(turns.take());
    assertTrue(turns.take());
    assertFalse(turns.take(), "it goes on without one");
    turns.giveBack(false);
    assertFalse(turns.take(), "which is nobody's to give back");
    turns.giveBack(true);
    assertTrue(turns.take());
  }

  @Test
  void goesInTheOrderOfAsking() throws InterruptedException {
    var turns = new PageTurns(1, 60_000);
    assertTrue(turns.take());
    List<Integer> served = Collections.synchronizedList(new ArrayList<>());
    var waiting = new ArrayList<Thread>();
    for (int i = 0; i < 20; i++) {
      int number = i;
      var thread =
          new Thread(
              () -> {
                boolean taken = turns.take();
                served.add(number);
                turns.giveBack(taken);
              });
      thread.start();
      while (thread.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
      waiting.add(thread);
    }
    turns.giveBack(true);
    for (var thread : waiting) {
      thread.join();
    }
    assertEquals(IntStream.range(0, 20).boxed().toList(), served);
  }
}
