package nl.poort25.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.poort25.account.Customer;
import nl.poort25.account.Partner;
import nl.poort25.account.Scope;
import nl.poort25.database.TestDatabase;
import nl.poort25.domainname.DomainName;
import nl.poort25.list.ListRequest;
import nl.poort25.mx.DnsCheckRows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names with letters beyond ASCII are found and sorted as people read them. */
@Tag(TestDatabase.TAG)
class DomainListTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final TestDatabase DATABASE =
      new TestDatabase(DnsCheckRows.entity(), Registration.class, Partner.class, Customer.class);
  private static long partner;

  @BeforeAll
  static void register() {
    partner =
        DATABASE.in(
            em -> {
              var owner = new Partner("Havenkantoor", NOW);
              em.persist(owner);
              IntStream.range(0, 40)
                  .mapToObj(n -> (n % 2 == 0 ? "köln" : "koln") + (10 + n) + ".example")
                  .forEach(name -> em.persist(registered(owner, name)));
              for (String name :
                  List.of(
                      "café-de-kade.example",
                      "cafe.example",
                      "caffeine.example",
                      "münchen.example",
                      "zoo.example",
                      "xn--ls8h.example")) {
                em.persist(registered(owner, name));
              }
              return owner.getId();
            });
  }

  private static Registration registered(Partner owner, String name) {
    return new Registration(
        owner,
        null,
        new RegistrationRequest(
            DomainName.parse(name), RegistrationAction.DO_NOT_MOVE, false, null),
        Origin.ADMINISTRATIVE,
        "token",
        NOW);
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  /** All pages, one after the other. */
  private static List<String> names(String q) {
    return DATABASE.in(
        em -> {
          var list = new DomainList();
          list.em = em;
          var names = new ArrayList<String>();
          String after = null;
          do {
            var query = new MultivaluedHashMap<String, String>();
            if (q != null) {
              query.add("q", q);
            }
            if (after != null) {
              query.add("after", after);
            }
            var page = list.page(new ListRequest("/domains", query), Scope.of(partner));
            page.rows().forEach(row -> names.add(row.unicodeName()));
            after = page.lastKey();
          } while (after != null);
          return names;
        });
  }

  @ParameterizedTest
  @CsvSource({
    "caf, café-de-kade.example cafe.example caffeine.example",
    "café, café-de-kade.example cafe.example",
    "CAFÉ-, café-de-kade.example",
    "münchen, münchen.example",
    "MUNCH, münchen.example",
    "xn--mnchen-3ya.example, münchen.example",
    "xn--mn, münchen.example",
    "xn--ls8h.example, xn--ls8h.example",
    "xn--ls, xn--ls8h.example",
    "zoo, zoo.example",
    "zooo, ''"
  })
  void areFoundByTheBeginningInEitherForm(String typed, String found) {
    assertEquals(found, String.join(" ", names(typed)));
  }

  @Test
  void areSortedAsPeopleReadThemOverAllPages() {
    var read = names("k");
    var expected =
        IntStream.range(0, 40)
            .mapToObj(n -> (n % 2 == 0 ? "köln" : "koln") + (10 + n) + ".example")
            .toList();
    assertEquals(expected, read);
    assertEquals("café-de-kade.example", names(null).get(0), "a hyphen stands before a dot");
  }

  @Test
  void nothingButAnAccentIsNoBeginning() {
    assertEquals(46, names("\u0301").size());
  }
}
