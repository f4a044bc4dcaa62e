package nl.poort25.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.poort25.database.TestDatabase;
import nl.poort25.list.ListRequest;
import nl.poort25.web.Suspicion.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(TestDatabase.TAG)
class SecurityLogTest {
  private static final Instant HOUR = Instant.parse("2026-11-26T10:00:00Z");
  private static final ListRequest ALL = ListRequest.of(SecurityResource.PATH);
  private TestDatabase database;

  @BeforeEach
  void setUp() {
    database = new TestDatabase(SecurityEventCount.class);
  }

  @AfterEach
  void tearDown() {
    database.close();
  }

  @Test
  void addsToWhatIsThereOfTheSameHour() {
    write(HOUR, "192.0.2.1", 2);
    write(HOUR, "192.0.2.1", 3);
    write(HOUR.plus(Duration.ofHours(1)), "192.0.2.1", 1);
    var rows = rows(ALL);
    assertEquals(List.of(1L, 5L), rows.stream().map(SecurityEventCount::getTimes).toList());
  }

  @Test
  void findsByAddressKindAndAccountAndGoesOnByKey() {
    for (int i = 0; i < 30; i++) {
      write(HOUR, "192.0.2." + i, 1);
    }
    assertEquals(1, rows(ALL.with("address", "192.0.2.7")).size());
    assertEquals(0, rows(ALL.with("kind", "CROSS_SITE")).size());
    assertEquals(0, rows(ALL.with("who", "jan@x.example")).size());
    var first = with(log -> log.page(ALL.with("kind", "CODE_WRONG")));
    assertEquals(25, first.rows().size());
    var next = with(log -> log.page(ALL.with("kind", "CODE_WRONG").with("after", first.lastKey())));
    assertEquals(5, next.rows().size());
    assertEquals("192.0.2.4", next.rows().get(0).getAddress());
    assertNull(next.lastKey());
  }

  @Test
  void forgetsWhatIsOld() {
    write(HOUR, "192.0.2.1", 1);
    write(HOUR.plus(Duration.ofHours(2)), "192.0.2.1", 1);
    assertFalse(with(log -> log.forget(HOUR.plus(Duration.ofHours(1)))).booleanValue());
    assertEquals(1, rows(ALL).size());
    assertTrue(rows(ALL).get(0).getLastAt().isAfter(HOUR.plus(Duration.ofHours(1))));
  }

  private void write(Instant hour, String address, long times) {
    with(
        log -> {
          log.write(
              Map.of(
                  new SecurityCounts.Key(hour, Kind.CODE_WRONG, address, ""),
                  new SecurityCounts.Count(times, hour, hour.plusSeconds(5), "")));
          return null;
        });
  }

  private List<SecurityEventCount> rows(ListRequest asked) {
    return with(log -> log.page(asked)).rows();
  }

  private <T> T with(Function<SecurityLog, T> work) {
    return database.in(
        em -> {
          var log = new SecurityLog();
          log.em = em;
          return work.apply(log);
        });
  }
}
