package nl.poort25.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.poort25.account.Account;
import nl.poort25.account.Customer;
import nl.poort25.account.Partner;
import nl.poort25.account.Role;
import nl.poort25.account.Scope;
import nl.poort25.database.TestDatabase;
import nl.poort25.list.ListRequest;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;
import nl.poort25.network.ConnectionKind;
import nl.poort25.ticket.Ticket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the database answers: lists, what is open, what was before. */
@Tag(TestDatabase.TAG)
class CaseListTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static TestDatabase database;
  private static Partner haven;
  private static Partner polder;
  private static Account karim;

  @BeforeAll
  static void fill() {
    database =
        new TestDatabase(
            AbuseCase.class,
            CaseAddress.class,
            InvestigationItem.class,
            Connection.class,
            Ticket.class,
            Partner.class,
            Customer.class,
            Account.class);
    database.run(
        em -> {
          haven = new Partner("Haven", NOW);
          polder = new Partner("Polder", NOW);
          karim = new Account(null, "k@x.example", "Karim", Set.of(Role.REVIEWER), "nl", NOW);
          List.of(haven, polder, karim).forEach(em::persist);
          var one = connection(em, "ZAK-1", haven);
          var two = connection(em, "ZAK-2", polder);
          for (int i = 1; i <= 30; i++) {
            var each = open(em, i, one, "192.0.2." + i, NOW);
            if (i % 2 == 0) {
              each.close("klaar", karim, NOW);
            }
          }
          open(em, 31, two, "2001:db8::31", NOW);
          open(em, 32, one, "192.0.2.2", NOW.plus(300, ChronoUnit.DAYS));
          open(em, 33, one, "192.0.2.4", NOW.plus(400, ChronoUnit.DAYS));
        });
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Connection connection(EntityManager em, String reference, Partner partner) {
    var connection =
        new Connection(reference, ConnectionKind.BUSINESS_LINE, partner, null, null, NOW);
    em.persist(connection);
    return connection;
  }

  private static AbuseCase open(
      EntityManager em, int number, Connection connection, String address, Instant at) {
    em.createNativeQuery(
            "insert into ticket (number, matter, partner_id, about, violations, received_at,"
                + " stage, queue_at, version) values (:number, 'ABUSE', :partner, 'x', 0,"
                + " current_timestamp, 'OPEN', current_timestamp, 0)")
        .setParameter("number", "T" + number)
        .setParameter("partner", connection.getPartner().getId())
        .executeUpdate();
    var ticket =
        em.createQuery("select t from Ticket t where t.number = :number", Ticket.class)
            .setParameter("number", "T" + number)
            .getResultList()
            .get(0);
    var opened =
        new AbuseCase(
            "AB-2026-%04d".formatted(number),
            connection,
            List.of(Cidr.of(address)),
            ticket,
            "Spam.",
            null,
            karim,
            at);
    em.persist(opened);
    em.flush();
    return opened;
  }

  private static ListRequest asked(String... namesAndValues) {
    var query = new MultivaluedHashMap<String, String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      query.putSingle(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new ListRequest("/abuse", query);
  }

  private static List<String> all(Scope scope, String... namesAndValues) {
    var numbers = new ArrayList<String>();
    String after = null;
    do {
      var asked = new ArrayList<>(List.of(namesAndValues));
      if (after != null) {
        asked.addAll(List.of("after", after));
      }
      var rows =
          database.in(
              em -> {
                var list = new CaseList();
                list.em = em;
                return list.page(asked(asked.toArray(String[]::new)), scope);
              });
      rows.rows().forEach(row -> numbers.add(row.getNumber().substring(8)));
      after = rows.lastKey();
    } while (after != null);
    return numbers;
  }

  private static <T> T ask(java.util.function.Function<OpenCaseQueries, T> question) {
    return database.in(
        em -> {
          var cases = new OpenCaseQueries();
          cases.em = em;
          return question.apply(cases);
        });
  }

  @Test
  void whatIsOpenStandsFirstAndNothingTwice() {
    var all = all(Scope.ALL);
    assertEquals(33, all.size());
    assertEquals(33, Set.copyOf(all).size());
    assertEquals(List.of("0033", "0032", "0031", "0029"), all.subList(0, 4));
    assertEquals("0030", all.get(18));
    assertEquals("0002", all.get(32));
  }

  @Test
  void aListIsNarrowedToPartnerStateAndAddress() {
    assertEquals(List.of("0031"), all(Scope.of(polder)));
    assertEquals(15, all(Scope.of(haven), "state", "closed").size());
    assertEquals(List.of("0032", "0002"), all(Scope.ALL, "q", "192.0.2.2"));
    assertEquals(List.of("0031"), all(Scope.ALL, "q", "2001:db8::/64"));
    assertEquals(List.of("0007"), all(Scope.ALL, "q", "ab-2026-0007"));
    assertEquals(List.of(), all(Scope.ALL, "q", "nothing"));
  }

  private static List<AbuseCase> ofPartner(OpenCaseQueries cases, Partner partner) {
    return cases.open(List.of(partner.getId()), List.of()).holding(partner.getId(), List.of());
  }

  @Test
  void tellsWhatIsOpenOnAnAddressAPrefixAndAPartner() {
    assertEquals(1, ask(c -> c.openOn(Cidr.of("192.0.2.1"))).size());
    assertEquals(0, ask(c -> c.openOn(Cidr.of("192.0.2.6"))).size());
    assertEquals(3, ask(c -> c.openOn(Cidr.of("192.0.2.0/30"))).size());
    assertEquals(17, ask(c -> ofPartner(c, haven)).size());
    assertEquals(
        List.of(Cidr.of("2001:db8::31")), ask(c -> ofPartner(c, polder)).get(0).getAddresses());
  }

  @Test
  void theDatabaseKeepsAnAddressInOneOpenCase() {
    assertThrows(
        RuntimeException.class,
        () ->
            database.run(
                em ->
                    open(
                        em,
                        40,
                        em.createQuery("select c from Connection c", Connection.class)
                            .getResultList()
                            .get(0),
                        "192.0.2.1",
                        NOW)));
  }

  @Test
  void aCaseIsRepeatedWithinAYearOfAnEarlierOneOnItsAddress() {
    assertTrue(repeated("AB-2026-0032"), "300 days later");
    assertFalse(repeated("AB-2026-0033"), "400 days later");
    assertFalse(repeated("AB-2026-0002"), "the first");
  }

  private static boolean repeated(String number) {
    return database.in(
        em ->
            RepeatedAbuse.isRepeated(
                em,
                em.createQuery("select c from AbuseCase c where c.number = :n", AbuseCase.class)
                    .setParameter("n", number)
                    .getResultList()
                    .get(0)));
  }
}
