package nl.poort25.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.poort25.database.TestDatabase;
import nl.poort25.web.Retry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Numbers under fifty at once, on H2 and, where one is named, on PostgreSQL. */
@Tag(TestDatabase.TAG)
class SequenceNumbersTest {
  private static final Instant NOVEMBER = Instant.parse("2026-11-26T09:00:00Z");
  private final TestDatabase database = new TestDatabase(NumberSeries.class);

  @AfterEach
  void close() {
    database.close();
  }

  private String next(Instant now) {
    return Retry.onCollision(() -> database.in(em -> new SequenceNumbers(em).next("P25", now)));
  }

  @Test
  void countsFromOneInEveryYearOfAmsterdam() {
    assertEquals("P25-2026-0001", next(NOVEMBER));
    assertEquals("P25-2026-0002", next(NOVEMBER));
    assertEquals("P25-2026-0003", next(Instant.parse("2026-12-31T22:59:59Z")));
    assertEquals("P25-2027-0001", next(Instant.parse("2026-12-31T23:00:00Z")));
  }

  @Test
  void goesOnBeyondFourDigits() {
    database.run(
        em -> {
          var last = new NumberSeries("P25-2026");
          for (int i = 0; i < 9999; i++) {
            last.next();
          }
          em.persist(last);
        });
    assertEquals("P25-2026-10000", next(NOVEMBER));
  }

  @Test
  void fiftyFirstTicketsOfAYearGetFiftyNumbersWithoutAGap() throws Exception {
    var start = new CountDownLatch(1);
    Callable<String> one =
        () -> {
          start.await();
          return next(NOVEMBER);
        };
    var pool = Executors.newFixedThreadPool(50);
    try {
      var waiting = new ArrayList<Future<String>>();
      for (int i = 0; i < 50; i++) {
        waiting.add(pool.submit(one));
      }
      start.countDown();
      var numbers = new TreeSet<String>();
      for (var number : waiting) {
        numbers.add(number.get());
      }
      assertEquals(
          IntStream.rangeClosed(1, 50)
              .mapToObj("P25-2026-%04d"::formatted)
              .collect(Collectors.toCollection(TreeSet::new)),
          numbers);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void aTicketThatIsNotFiledAfterAllLeavesNoGap() {
    next(NOVEMBER);
    try {
      database.run(
          em -> {
            new SequenceNumbers(em).next("P25", NOVEMBER);
            throw new IllegalStateException("something else went wrong");
          });
    } catch (IllegalStateException e) {
      // as it should
    }
    assertEquals("P25-2026-0002", next(NOVEMBER));
  }
}
