package nl.poort25.point;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Nobody was silent while nobody listened. */
class ListeningSpanTest {
  private static final Duration SILENCE = Duration.ofMinutes(2);
  private final AtomicLong clock = new AtomicLong(-5);
  private final ListeningSpan span = new ListeningSpan(clock::get);

  /** A look each second for so long. */
  private void listen(int seconds) {
    for (int i = 0; i < seconds; i++) {
      pass(1);
      span.extend();
    }
  }

  private void pass(int seconds) {
    clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  @Test
  void afterAStartThereIsAsLongToBeHeard() {
    listen(120);
    assertFalse(span.isLongerThan(SILENCE));
    listen(1);
    assertTrue(span.isLongerThan(SILENCE));
  }

  @Test
  void whileTheDatabaseIsAwayAndAsLongAfterwardsNobodyIsSilent() {
    listen(1000);
    pass(16);
    assertFalse(span.isLongerThan(SILENCE), "before the first look afterwards");
    listen(100);
    assertFalse(span.isLongerThan(SILENCE));
    listen(30);
    assertTrue(span.isLongerThan(SILENCE));
  }

  @Test
  void aSlowLookIsNoBreak() {
    listen(1000);
    pass(14);
    assertTrue(span.isLongerThan(SILENCE));
    span.extend();
    assertTrue(span.isLongerThan(SILENCE));
  }
}
