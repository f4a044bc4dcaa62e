package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.poort25.database.TestDatabase;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListRequest;
import nl.poort25.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A list that is looked through for what no index knows, 5,000 rows a page. */
@Tag(TestDatabase.TAG)
class SearchedListTest {
  private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
  private static final int ROWS = 12_000;
  private static TestDatabase database;
  private static Partner partner;

  @BeforeAll
  static void fill() {
    database = new TestDatabase(Customer.class, Partner.class);
    database.run(
        em -> {
          partner = new Partner("Havenkantoor", NOW);
          em.persist(partner);
          for (int i = 0; i < ROWS; i++) {
            // rare: one of the first 5,000, none of the next, and one behind them
            boolean rare = i == 17 || i == 11_000;
            em.persist(new Customer(partner, "Klant %05d%s".formatted(i, rare ? " zeldzaam" : "")));
          }
        });
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static ListPage<Customer> page(String url) {
    var query = new MultivaluedHashMap<String, String>();
    for (String pair : url.substring(url.indexOf('?') + 1).split("&")) {
      String[] sides = pair.split("=", 2);
      query.add(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
    }
    return database.in(
        em -> {
          var customers = new Customers();
          customers.em = em;
          return customers.page(new ListRequest("/customers", query), Scope.of(partner));
        });
  }

  private static List<String> names(ListPage<Customer> page) {
    return page.rows().stream().map(Customer::getName).toList();
  }

  @Test
  void goesOnFromWhereItLookedLast() {
    var first = page("/customers?q=zeldzaam");
    assertEquals(List.of("Klant 00017 zeldzaam"), names(first));
    assertTrue(first.isSearchedInPart());
    assertEquals(Text.of("web.pager.searched.to", "klant 04999"), first.getSaid());
    var second = page(first.next());
    assertTrue(second.isEmpty() && second.isPaged() && second.isPart());
    assertEquals(Text.of("web.pager.searched.to", "klant 09999"), second.getSaid());
    var third = page(second.next());
    assertEquals(List.of("Klant 11000 zeldzaam"), names(third));
    assertFalse(third.isSearchedInPart());
    assertNull(third.next());
  }

  @Test
  void seesEachRowOnceAndTheNewestFirst() {
    var seen = new ArrayList<String>();
    String url = "/customers?q=zeldzaam&sort=newest";
    while (url != null) {
      var page = page(url);
      seen.addAll(names(page));
      url = page.next();
    }
    assertEquals(List.of("Klant 11000 zeldzaam", "Klant 00017 zeldzaam"), seen);
  }

  @Test
  void saysSoWhereNothingIsFoundAtAll() {
    String url = "/customers?q=nergens";
    int pages = 0;
    while (url != null) {
      var page = page(url);
      assertTrue(page.isEmpty());
      url = page.next();
      pages++;
    }
    assertEquals(3, pages);
  }

  @Test
  void showsWholePagesOfWhatIsCommon() {
    var page = page("/customers?q=klant");
    assertEquals(ListPage.MOST, page.rows().size());
    assertFalse(page.isSearchedInPart());
    // so many that were counted, of those that were looked at
    assertEquals(Text.of("web.pager.more", ListPage.COUNTED), page.getSaid());
  }
}
