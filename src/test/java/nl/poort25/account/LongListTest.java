package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import nl.poort25.database.StatementLog;
import nl.poort25.database.TestDatabase;
import nl.poort25.list.BoundedCount;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListUnion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How many there are, of lists around the number to which it is counted. */
@Tag(TestDatabase.TAG)
class LongListTest {
  private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
  private final StatementLog log = new StatementLog();
  private TestDatabase database;
  private Partner partner;
  private Partner other;

  @BeforeEach
  void make() {
    database = new TestDatabase(log, Customer.class, Partner.class);
    database.run(
        em -> {
          partner = new Partner("Havenkantoor", NOW);
          other = new Partner("Polder", NOW);
          em.persist(partner);
          em.persist(other);
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void add(Partner to, int from, int until) {
    database.run(
        em -> {
          for (int i = from; i < until; i++) {
            em.persist(new Customer(to, "Klant " + i));
          }
        });
  }

  private BoundedCount count(Partner of) {
    return counts().get(of.getId());
  }

  private Map<Long, BoundedCount> counts() {
    return database.in(
        em -> {
          var lists = new ListUnion<Long>();
          for (var one : new Partner[] {partner, other}) {
            lists.add(
                one.getId(),
                ListQuery.ofIds("Customer c")
                    .fix("c.partner.id", one.getId())
                    .byNumber("c.id", id -> id));
          }
          return lists.count(em, ListPage.COUNTED);
        });
  }

  @Test
  void itIsExactUpToAThousandAndSaysSoAboveOfEachByItself() {
    add(partner, 0, 1000);
    assertEquals(new BoundedCount(1000, false), count(partner));
    add(partner, 1000, 1001);
    assertEquals(new BoundedCount(1000, true), count(partner));
    assertEquals(BoundedCount.ZERO, count(other));
    // not so many more that it would be remembered
    database.run(
        em -> em.createQuery("delete from Customer c where c.name = 'Klant 7'").executeUpdate());
    assertEquals(new BoundedCount(1000, false), count(partner));
  }

  @Test
  void thatThereAreManyMoreIsNotCountedAgainForAWhile() {
    add(partner, 0, 1600);
    assertTrue(count(partner).isMore());
    log.take();
    var again = counts();
    assertTrue(again.get(partner.getId()).isMore());
    assertEquals(BoundedCount.ZERO, again.get(other.getId()));
    var sent = log.take();
    assertEquals(1, sent.size());
    assertFalse(sent.get(0).sql().contains("union"), "one list of two: " + sent.get(0).sql());
    // and what the other has is as ever
    add(other, 0, 3);
    assertEquals(BoundedCount.of(3), count(other));
  }
}
