package nl.poort25.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.poort25.account.Account;
import nl.poort25.account.Customer;
import nl.poort25.account.Partner;
import nl.poort25.account.Scope;
import nl.poort25.database.TestDatabase;
import nl.poort25.database.Wired;
import nl.poort25.list.ListRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whose connections a list finds by an address: all that have it, a part of it, or more. */
@Tag(TestDatabase.TAG)
class ConnectionListTest {
  private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
  private static final int MANY = AddressHolders.FEW + 40;

  private static TestDatabase database;

  @BeforeAll
  static void connections() {
    database =
        new TestDatabase(
            Connection.class, ConnectionRange.class, Partner.class, Account.class, Customer.class);
    database.run(
        em -> {
          var partner = new Partner("Polder Networks", NOW);
          em.persist(partner);
          // by address the last, by reference the first
          add(em, partner, "A-LAST", "10.9.0.0/16");
          for (int i = 0; i < MANY; i++) {
            add(em, partner, "B-%04d".formatted(i), "10.1.%d.%d".formatted(i / 250, i % 250));
          }
          add(em, partner, "C-WIDE", "10.2.0.0/15");
          add(em, partner, "D-APART", "192.0.2.0/29");
        });
  }

  private static void add(EntityManager em, Partner partner, String reference, String cidr) {
    var connection =
        new Connection(reference, ConnectionKind.BUSINESS_LINE, partner, null, null, NOW);
    em.persist(connection);
    em.persist(new ConnectionRange(connection, Cidr.of(cidr), NOW));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static List<String> found(String address) {
    var references = new ArrayList<String>();
    String after = null;
    do {
      var query = new MultivaluedHashMap<String, String>();
      query.add("address", address);
      query.add("after", after);
      var asked = new ListRequest("/backoffice/connections", query);
      var page =
          database.in(
              em -> {
                var list = new Wired(em).get(ConnectionList.class);
                return list.page(asked, Scope.ALL);
              });
      page.rows().forEach(row -> references.add(row.connection().getReference()));
      after = page.lastKey();
    } while (after != null);
    return references;
  }

  @Test
  void findsWhoHasAnAddressAPartOfItOrMore() {
    assertEquals(List.of("B-0003"), found("10.1.0.3"));
    assertEquals(List.of("C-WIDE"), found("10.3.1.0/24"));
    assertEquals(List.of("D-APART"), found("192.0.2.0/24"));
    assertEquals(List.of("B-0004", "B-0005", "B-0006", "B-0007"), found("10.1.0.4/30"));
    assertEquals(List.of(), found("198.51.100.0/24"));
    assertEquals(List.of(), found("rubbish"));
  }

  @Test
  void findsAllHoweverManyThereAre() {
    var all = found("10.0.0.0/8");
    assertEquals(MANY + 2, all.size());
    assertEquals("A-LAST", all.get(0));
    assertEquals("C-WIDE", all.get(all.size() - 1));
    assertEquals(MANY, found("10.1.0.0/16").size());
  }
}
