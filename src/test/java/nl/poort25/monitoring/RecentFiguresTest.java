package nl.poort25.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import nl.poort25.enforcement.Alarm;
import org.junit.jupiter.api.Test;

class RecentFiguresTest {
  private long now = Long.MAX_VALUE - 50; // nanoTime may overflow
  private int asked;
  private double late;
  private OptionalLong change = OptionalLong.empty();
  private RuntimeException fault;

  private final RecentFigures recent =
      new RecentFigures(
          new Figures() {
            @Override
            Read read() {
              asked++;
              if (fault != null) {
                throw fault;
              }
              var alarms = new EnumMap<Alarm.Kind, Integer>(Alarm.Kind.class);
              alarms.put(Alarm.Kind.DRIFT, 2);
              return new Read(Map.of(Figure.TICKETS_LATE, late), alarms, change);
            }
          },
          () -> now);

  private void pass(Duration time) {
    now += time.toNanos();
  }

  @Test
  void oneScrapeReadsOnce() {
    late = 3;
    assertEquals(3, recent.number(Figure.TICKETS_LATE));
    assertEquals(2, recent.alarms(Alarm.Kind.DRIFT));
    assertEquals(1, asked);
    late = 4;
    pass(Duration.ofSeconds(4));
    assertEquals(3, recent.number(Figure.TICKETS_LATE));
    pass(Duration.ofSeconds(1));
    assertEquals(4, recent.number(Figure.TICKETS_LATE));
    assertEquals(2, asked);
  }

  @Test
  void withoutADatabaseThereIsNoNumberAndItComesBack() {
    fault = new IllegalStateException("no database");
    assertEquals(Double.NaN, recent.number(Figure.TICKETS_LATE));
    assertEquals(Double.NaN, recent.alarms(Alarm.Kind.DRIFT));
    assertEquals(Double.NaN, recent.number(Figure.CHANGES_OLDEST_UNMADE_SECONDS));
    assertEquals(1, asked, "one scrape waits for it once");
    fault = null;
    pass(Duration.ofSeconds(5));
    assertEquals(0, recent.number(Figure.TICKETS_LATE));
  }

  @Test
  void theOldestChangeGrowsOldUntilItIsMade() {
    change = OptionalLong.of(7);
    assertEquals(0, recent.number(Figure.CHANGES_OLDEST_UNMADE_SECONDS));
    pass(Duration.ofSeconds(30));
    assertEquals(30, recent.number(Figure.CHANGES_OLDEST_UNMADE_SECONDS));
    change = OptionalLong.of(8);
    pass(Duration.ofSeconds(30));
    assertEquals(0, recent.number(Figure.CHANGES_OLDEST_UNMADE_SECONDS));
    pass(Duration.ofSeconds(30));
    assertEquals(30, recent.number(Figure.CHANGES_OLDEST_UNMADE_SECONDS));
    change = OptionalLong.empty();
    pass(Duration.ofSeconds(30));
    assertEquals(0, recent.number(Figure.CHANGES_OLDEST_UNMADE_SECONDS));
  }

  @Test
  void whatIsLastKnownIsReadOnceAMinute() {
    late = 3;
    assertEquals(OptionalLong.of(3), recent.lastKnown(Figure.TICKETS_LATE));
    assertEquals(OptionalLong.of(2), recent.lastKnown(Alarm.Kind.DRIFT));
    late = 4;
    pass(Duration.ofSeconds(59));
    assertEquals(OptionalLong.of(3), recent.lastKnown(Figure.TICKETS_LATE));
    assertEquals(1, asked);
    pass(Duration.ofSeconds(1));
    assertEquals(OptionalLong.of(4), recent.lastKnown(Figure.TICKETS_LATE));
    assertEquals(2, asked);
  }

  @Test
  void withoutADatabaseNothingIsKnownAndItComesBack() {
    fault = new IllegalStateException("no database");
    assertEquals(OptionalLong.empty(), recent.lastKnown(Figure.TICKETS_LATE));
    fault = null;
    pass(Duration.ofSeconds(59));
    assertEquals(OptionalLong.empty(), recent.lastKnown(Figure.TICKETS_LATE));
    assertEquals(1, asked, "a balancer that asks each second waits once");
    pass(Duration.ofSeconds(1));
    assertEquals(OptionalLong.of(0), recent.lastKnown(Figure.TICKETS_LATE));
  }
}
