package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.poort25.list.BoundedCount;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListUnion;
import nl.poort25.network.Cidr;
import nl.poort25.ticket.TicketStage;

/** What homes and the page of an address show of exemptions; each query rests on one index. */
@ApplicationScoped
@Transactional
public class ExemptionOverview {
  private static final int HISTORY = 50;
  private static final String WITH_ALL =
      "select o from Opening o join fetch o.exemption e join fetch e.ticket join fetch e.partner"
          + " left join fetch o.decision d left join fetch d.by where ";

  @PersistenceContext EntityManager em;

  /** What a partner's home counts of his exemptions, besides their states. */
  public enum Counted {
    /** requests that wait for an answer of the partner */
    ASKED,
    /** granted, and less than was asked */
    PARTLY
  }

  /**
   * The same, and how many are in which state, by {@link ExemptionState}, in lists for counting.
   */
  public static void addCounted(long partnerId, ListUnion<Object> counts) {
    for (var state : ExemptionState.values()) {
      counts.add(state, of(partnerId, state));
      if (state.granted()) {
        counts.add(Counted.PARTLY, of(partnerId, state).fix("e.partly", true));
      }
    }
    counts.add(
        Counted.ASKED,
        ListQuery.ofIds("Ticket t")
            .fix("t.partnerId", partnerId)
            .fix("t.place.stage", TicketStage.WAITING)
            .few() // hardly any ticket of another matter waits for a partner
            .where("t.matter = EXEMPTION")
            .byTime("t.receivedAt", t -> null));
  }

  private static ListQuery<Long> of(long partnerId, ExemptionState state) {
    return ListQuery.ofIds("Exemption e")
        .fix("e.partnerId", partnerId)
        .fix("e.state", state)
        .byNumber("e.id", id -> id);
  }

  /**
   * How many are in which state, without those of which there are none. What an open case covers
   * without having blocked it is not counted as open.
   *
   * @param counts of what {@link #addCounted} names
   */
  public Map<ExemptionState, BoundedCount> states(
      long partnerId, Map<Object, BoundedCount> counts) {
    var states = new EnumMap<ExemptionState, BoundedCount>(ExemptionState.class);
    for (var state : ExemptionState.values()) {
      states.put(state, counts.get(state));
    }
    states.values().removeIf(BoundedCount::isZero);
    if (states.keySet().stream().anyMatch(ExemptionState::granted)) {
      covered(partnerId)
          .forEach(
              (state, covered) -> {
                states.computeIfPresent(state, (s, count) -> count.without(covered));
                states.merge(
                    ExemptionState.SUSPENDED, BoundedCount.of(covered), BoundedCount::plus);
              });
      states.values().removeIf(BoundedCount::isZero);
    }
    return states;
  }

  /**
   * How many of the partner's that are approved or open are covered by an open case that has not
   * blocked them yet: they count as suspended.
   */
  private Map<ExemptionState, Integer> covered(long partnerId) {
    var covered = new EnumMap<ExemptionState, Integer>(ExemptionState.class);
    // from the addresses of open cases, of which there are few, to the lines
    var query =
        em.createNativeQuery(
            // outer joins: H2 would begin with the exemptions
            "select e.state, count(distinct e.id) from abuse_case_address a"
                + " left join opening o on o.destination_key = a.open_key"
                + " and o.partner_id = :partner and o.state in ('APPROVED', 'OPEN')"
                + " left join exemption e on e.id = o.exemption_id"
                + " where a.open_key > '' and e.state in ('APPROVED', 'OPEN') group by e.state");
    for (Object found : query.setParameter("partner", partnerId).getResultList()) {
      var row = (Object[]) found;
      covered.put(ExemptionState.valueOf((String) row[0]), ((Number) row[1]).intValue());
    }
    return covered;
  }

  /** Those that the partner is asked to confirm (once a year), the most urgent first. */
  public List<Exemption> toConfirm(long partnerId, int most, Instant now) {
    return new ListQuery<>(Exemption.class, "Exemption e")
        .join("left join fetch e.ticket")
        .fix("e.partnerId", partnerId)
        .bound("e.term.by <= :soon", "soon", now.plus(ReconfirmationDue.ahead()))
        .few() // what is not granted any more has no term
        .whereOfEachRow("e.state in (APPROVED, OPEN, SUSPENDED) and e.ticket is not null")
        .byTime("e.term.by", Exemption::getConfirmBy)
        .byNumber("e.id", Exemption::getId)
        .first(em, most);
  }

  /** What the partner has begun and not sent, the newest first. */
  public List<Exemption> drafts(long partnerId, int most) {
    return new ListQuery<>(Exemption.class, "Exemption e")
        .join("left join fetch e.connection")
        .descending()
        .fix("e.partnerId", partnerId)
        .fix("e.state", ExemptionState.DRAFT)
        .byNumber("e.id", Exemption::getId)
        .first(em, most);
  }

  /** What was granted and is not open: what is blocked first, then what is still to be opened. */
  public List<Opening> granted(long partnerId, int most) {
    return new ListQuery<>(Opening.class, "Opening o")
        .join("left join fetch o.exemption e left join fetch e.ticket left join fetch o.connection")
        .descending()
        .fix("o.partnerId", partnerId)
        .inTurn(
            "o.state", Opening::getState, List.of(OpeningState.SUSPENDED, OpeningState.APPROVED))
        .byNumber("o.id", Opening::getId)
        .first(em, most);
  }

  /** All that was ever asked or open to an address, or to one of a prefix, the newest first. */
  public List<Opening> to(Cidr cidr) {
    return em.createQuery(
            WITH_ALL
                + "o.destinationKey >= :first and o.destinationKey <= :last"
                + " order by o.destinationKey desc, o.id desc",
            Opening.class)
        .setParameter("first", cidr.firstKey())
        .setParameter("last", cidr.lastKey())
        .setMaxResults(HISTORY)
        .getResultList();
  }

  /** The same from a source that is, or contains, these addresses. */
  public List<Opening> from(Cidr cidr) {
    return em.createQuery(WITH_ALL + "o.source in :enclosing order by o.id desc", Opening.class)
        .setParameter("enclosing", cidr.enclosing())
        .setMaxResults(HISTORY)
        .getResultList();
  }
}
