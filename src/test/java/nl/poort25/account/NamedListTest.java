package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.poort25.database.TestDatabase;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(TestDatabase.TAG)
class NamedListTest {
  private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
  private static TestDatabase database;
  private static Partner partner;
  private static Partner other;

  @BeforeAll
  static void fill() {
    database = new TestDatabase(Customer.class, Partner.class);
    database.run(
        em -> {
          partner = new Partner("Havenkantoor", NOW);
          other = new Partner("Polder", NOW);
          em.persist(partner);
          em.persist(other);
          em.persist(new Customer(other, "Brug"));
          for (int i = 10; i < 60; i++) {
            // what a key sets apart, and what a URL does
            em.persist(new Customer(partner, (i % 2 == 0 ? "brug" : "Brug") + i + "~ 5% & co"));
          }
          em.persist(new Customer(partner, "50% _X !"));
        });
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static ListPage<Customer> page(ListRequest asked) {
    return database.in(
        em -> {
          var customers = new Customers();
          customers.em = em;
          return customers.page(asked, Scope.of(partner));
        });
  }

  private static ListRequest asked(String... namesAndValues) {
    var query = new MultivaluedHashMap<String, String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      query.putSingle(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new ListRequest("/customers", query);
  }

  private static List<String> all(ListRequest asked) {
    var names = new ArrayList<String>();
    String after = null;
    do {
      var page = page(asked.with("after", after));
      page.rows().forEach(customer -> names.add(customer.getName()));
      after = page.lastKey();
    } while (after != null);
    return names;
  }

  @Test
  void isInTheOrderOfLettersWhateverTheirCase() {
    var names = all(asked());
    assertEquals(51, names.size());
    assertEquals("50% _X !", names.get(0));
    for (int i = 10; i < 60; i++) {
      assertTrue(
          names.get(i - 9).toLowerCase(Locale.ROOT).startsWith("brug" + i), names.get(i - 9));
    }
    assertEquals("50% _X !", all(asked("sort", "newest")).get(0));
  }

  @Test
  void goesBackAsItCame() {
    for (String sort : List.of("", "newest")) {
      var asked = asked("sort", sort);
      var first = page(asked);
      assertNull(first.previous());
      var second = page(asked.with("after", first.lastKey()));
      var third = page(asked.with("after", second.lastKey()));
      assertEquals(names(second), names(page(asked.with("before", third.firstKey()))), sort);
      var back = page(asked.with("before", second.firstKey()));
      assertEquals(names(first), names(back), sort);
      assertNull(back.previous(), "the first page again");
      assertEquals(first.next(), back.next());
    }
  }

  /** Whoever goes back to less than a page sees the first one whole. */
  @Test
  void fewerBeforeAKeyThanAPageAreTheFirstPage() {
    var first = page(asked());
    String tenth = page(asked("q", names(first).get(10))).rows().get(0).getName();
    var back = page(asked("before", tenth.toLowerCase(Locale.ROOT) + "~0"));
    assertEquals(names(first), names(back));
    assertNull(page(asked("before", "x")).previous());
  }

  @Test
  void saysHowManyThereAre() {
    assertEquals("web.pager.total", page(asked()).getSaid().key());
    assertEquals(List.of(51), page(asked()).getSaid().arguments());
    assertEquals(List.of(1), page(asked("q", "50% _X !")).getSaid().arguments());
    assertFalse(page(asked("q", "50% _X !")).isOneOfSeveral());
  }

  private static List<String> names(ListPage<Customer> page) {
    return page.rows().stream().map(Customer::getName).toList();
  }

  @Test
  void keepsWhatIsAskedInItsUrls() {
    var page = page(asked("q", " 5% & ", "sort", "newest"));
    assertTrue(page.isNarrowed());
    assertEquals("/customers?q=5%25+%26&sort=newest", page.request().first());
    assertTrue(page.next().startsWith("/customers?q=5%25+%26&sort=newest&after="), page.next());
    assertEquals(50, all(asked("q", " 5% & ", "sort", "newest")).size());
  }

  @Test
  void takesRubbishForNothing() {
    var page = page(asked("q", "  ", "sort", "'; drop", "state", "LOCKED'", "after", "-1"));
    assertEquals("/customers", page.request().first());
    assertFalse(page.isNarrowed());
    assertEquals("50% _X !", page.rows().get(0).getName());
    assertEquals(25, page(asked("after", "99999999999999999999")).rows().size());
    assertEquals(25, page(asked("after", "x~99999999999999999999")).rows().size());
    var long500 = page(asked("q", "x".repeat(500)));
    assertEquals(100, long500.asked().get("q").toString().length());
  }

  @Test
  void looksForSignsThatLikeWouldTakeForOthers() {
    assertEquals("%50!% !_x !!%", NamedList.like("50% _X !"));
    assertEquals(List.of("50% _X !"), all(asked("q", "50% _X !")));
  }
}
