package nl.poort25.exemption;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nl.poort25.account.Account;
import nl.poort25.account.Customer;
import nl.poort25.account.Partner;
import nl.poort25.account.Role;
import nl.poort25.database.TestDatabase;
import nl.poort25.list.ListUnion;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;
import nl.poort25.network.ConnectionKind;
import nl.poort25.network.Flow;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.ticket.Ticket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a home shows of exemptions: the right ones, of the right partner, the most urgent first. */
@Tag(TestDatabase.TAG)
class ExemptionOverviewTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static TestDatabase database;
  private static long mine;
  private static long another;

  @BeforeAll
  static void fill() {
    database =
        new TestDatabase(
            Account.class,
            Partner.class,
            Customer.class,
            Connection.class,
            Ticket.class,
            Exemption.class,
            Decision.class,
            Overruling.class,
            Opening.class);
    mine = partner("Mijn partner");
    another = partner("Andere partner");
    // in days from now
    exemption(mine, "OPEN", 20, "198.51.100.1");
    exemption(mine, "OPEN", 200, "198.51.100.2");
    exemption(mine, "APPROVED", null, "198.51.100.3");
    exemption(mine, "SUSPENDED", -3, "198.51.100.4");
    exemption(mine, "DRAFT", null, null);
    exemption(mine, "CLOSED", null, "198.51.100.4");
    exemption(another, "OPEN", 1, "198.51.100.5");
    exemption(another, "DRAFT", null, null);
    exemption(another, "SUSPENDED", 9, "198.51.100.6");
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static long partner(String name) {
    return database.in(
        em -> {
          var partner = new Partner(name, NOW);
          em.persist(partner);
          String email = name.replace(' ', '-') + "@example.nl";
          em.persist(new Account(partner, email, name, Set.of(Role.PARTNER_ADMIN), "nl", NOW));
          em.persist(
              new Connection(
                  "ZAK-" + partner.getId(), ConnectionKind.COLOCATION, partner, null, null, NOW));
          return partner.getId();
        });
  }

  private static <T> T one(EntityManager em, Class<T> type, long partner) {
    return em.createQuery(
            "select x from " + type.getSimpleName() + " x where x.partner.id = " + partner, type)
        .getSingleResult();
  }

  private static void exemption(long partner, String state, Integer days, String destination) {
    database.run(
        em -> {
          var exemption =
              new Exemption(
                  ExemptionKind.COLOCATION,
                  false,
                  em.find(Partner.class, partner),
                  one(em, Account.class, partner),
                  NOW);
          exemption.chooseConnection(one(em, Connection.class, partner));
          em.persist(exemption);
          em.flush();
          long id = exemption.getId();
          if (destination != null) {
            em.persist(new Opening(exemption, new Flow(null, Cidr.of(destination)), false));
            em.flush();
            sql(
                em,
                "insert into ticket (number, matter, matter_id, partner_id, about, violations,"
                    + " received_at, stage, queue_at, version) select 'P25-2026-' || e.id,"
                    + " 'EXEMPTION', e.id, e.partner_id, o.destination, 0, e.created_at, 'CLOSED',"
                    + " e.created_at, 0 from exemption e join opening o on o.exemption_id = e.id"
                    + " where e.id = "
                    + id);
            sql(
                em,
                "update exemption set ticket_id ="
                    + " (select k.id from ticket k where k.matter_id = exemption.id) where id = "
                    + id);
            sql(em, "update opening set state = '" + state + "' where exemption_id = " + id);
          }
          sql(em, "update exemption set state = '" + state + "' where id = " + id);
          if (days != null) {
            em.createNativeQuery("update exemption set confirm_by = :by where id = :id")
                .setParameter("by", NOW.plus(Duration.ofDays(days)))
                .setParameter("id", id)
                .executeUpdate();
          }
        });
  }

  private static void sql(EntityManager em, String text) {
    em.createNativeQuery(text).executeUpdate();
  }

  private static <T> T look(Function<ExemptionOverview, T> query) {
    return database.in(
        em -> {
          var overview = new ExemptionOverview();
          overview.em = em;
          return query.apply(overview);
        });
  }

  private static List<String> destinations(List<Opening> openings) {
    return openings.stream().map(Opening::getDestination).toList();
  }

  private Map<ExemptionState, Long> counts(ExemptionOverview overview) {
    var lists = new ListUnion<Object>();
    ExemptionOverview.addCounted(mine, lists);
    var states = overview.states(mine, lists.count(overview.em, 100));
    var counts = new EnumMap<ExemptionState, Long>(ExemptionState.class);
    states.forEach((state, count) -> counts.put(state, (long) count.number()));
    return counts;
  }

  @Test
  void countsAPartnersOwnByState() {
    assertEquals(
        Map.of(
            ExemptionState.OPEN,
            2L,
            ExemptionState.APPROVED,
            1L,
            ExemptionState.SUSPENDED,
            1L,
            ExemptionState.DRAFT,
            1L,
            ExemptionState.CLOSED,
            1L),
        look(this::counts));
  }

  @Test
  void asksToConfirmWhatIsDueWithinAMonthTheMissedFirst() {
    assertEquals(
        List.of("198.51.100.4", "198.51.100.1"),
        look(overview -> overview.toConfirm(mine, 25, NOW)).stream()
            .map(e -> e.getTicket().getAbout())
            .toList());
  }

  @Test
  void showsWhatIsBlockedBeforeWhatIsToBeOpened() {
    assertEquals(
        List.of("198.51.100.4", "198.51.100.3"),
        destinations(look(overview -> overview.granted(mine, 8))));
    assertEquals(1, look(overview -> overview.drafts(another, 8)).size());
  }

  @Test
  void knowsAllThatWasOpenToAnAddress() {
    var to = look(overview -> overview.to(Cidr.of("198.51.100.4")));
    assertEquals(
        List.of(OpeningState.CLOSED, OpeningState.SUSPENDED),
        to.stream().map(Opening::getState).toList());
    assertEquals(7, look(overview -> overview.to(Cidr.of("198.51.100.0/24"))).size());
    assertEquals(List.of(), look(overview -> overview.from(Cidr.of("198.51.100.4"))));
  }
}
