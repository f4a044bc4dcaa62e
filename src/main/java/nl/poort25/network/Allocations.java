package nl.poort25.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import nl.poort25.account.Customer;
import nl.poort25.account.Customers;
import nl.poort25.account.Partner;
import nl.poort25.account.Scope;
import nl.poort25.audit.Act;
import nl.poort25.network.ConnectionAct.AddressesTaken.Cause;
import nl.poort25.network.NetworkFacts.AskedRanges;
import nl.poort25.policy.Verdict;

/**
 * Adds, changes and ends connections, and assigns and reclaims their addresses. Each method locks
 * the address space first and then the connection, so that no two together make an overlap and
 * nothing is opened meanwhile.
 */
@ApplicationScoped
@Transactional
class Allocations {
  @PersistenceContext EntityManager em;
  @Inject Connections connections;
  @Inject AddressHolders holdings;
  @Inject NetworkFacts facts;
  @Inject Customers customers;
  @Inject LostAddresses losses;
  @Inject Investigations investigations;
  @Inject Event<Act> acts;

  /**
   * @param connection null where the verdict does not hold
   */
  record Added(Verdict verdict, Connection connection) {}

  /** Judges and, if every rule holds, adds it with its addresses. */
  Added add(ConnectionForm.Fields asked, Instant now) {
    holdings.lock();
    var verdict = judge(asked.reference(), asked.addresses());
    if (!verdict.holds()) {
      return new Added(verdict, null);
    }
    var partner = em.find(Partner.class, asked.partnerId());
    var connection =
        new Connection(
            asked.reference(),
            asked.kind(),
            partner,
            customer(partner.getId(), asked.customer()),
            asked.site(),
            now);
    em.persist(connection);
    assign(connection, asked.addresses(), now);
    acts.fire(new ConnectionAct.ConnectionAdded(connection, asked.addresses()));
    return new Added(verdict, connection);
  }

  /**
   * @param version as staff saw it
   */
  Verdict change(
      long id, int version, ConnectionForm.Fields asked, ClosingForm closing, Instant now) {
    var connection = lock(id);
    connection.mustStillBe(version);
    var ranges = connections.ranges(id);
    boolean closes = isBecomingTeleworkerLine(connection, asked.kind());
    List<AddressUse> uses = closes ? losses.uses(ranges) : List.of();
    boolean stays = asked.kind() == connection.getKind();
    var verdict = losses.judge(uses, closing, stays ? List.of() : covering(connection, List.of()));
    if (verdict.holds()) {
      acts.fire(
          connection.change(
              asked.kind(),
              customer(connection.getPartner().getId(), asked.customer()),
              asked.site()));
      losses.close(connection, ranges, uses, closing.reason, Cause.TELEWORKER_LINE);
    }
    return verdict;
  }

  /** 4.2: what was allowed on the line before need not be any more. */
  static boolean isBecomingTeleworkerLine(Connection connection, ConnectionKind asked) {
    return asked == ConnectionKind.TELEWORKER_LINE && connection.getKind() != asked;
  }

  Verdict assign(long id, List<Cidr> asked, Instant now) {
    var connection = lock(id);
    connection.mustBeCurrent();
    var verdict = judge(null, asked);
    if (verdict.holds()) {
      assign(connection, asked, now);
      acts.fire(new ConnectionAct.AddressesAdded(connection, asked));
    }
    return verdict;
  }

  Verdict reclaim(long id, long rangeId, ClosingForm closing, Instant now) {
    var connection = lock(id);
    var range = range(id, rangeId);
    var lost = List.of(range.getCidr());
    var uses = losses.uses(lost);
    var verdict = losses.judge(uses, closing, covering(connection, lost));
    if (verdict.holds()) {
      losses.reclaim(List.of(range), uses, closing.reason, Cause.REMOVED, now);
    }
    return verdict;
  }

  Verdict end(long id, int version, ClosingForm closing, Instant now) {
    var connection = lock(id);
    connection.mustStillBe(version);
    var ranges = connections.allRanges(id).stream().filter(ConnectionRange::isCurrent).toList();
    var cidrs = ranges.stream().map(ConnectionRange::getCidr).toList();
    var uses = losses.uses(cidrs);
    var verdict = losses.judge(uses, closing, covering(connection, cidrs));
    if (verdict.holds()) {
      ranges.forEach(range -> range.end(now));
      acts.fire(connection.end(cidrs, now));
      losses.close(connection, cidrs, uses, closing.reason, Cause.ENDED);
    }
    return verdict;
  }

  /** One of a connection's ranges, current or not. */
  ConnectionRange range(long id, long rangeId) {
    return connections.allRanges(id).stream()
        .filter(range -> range.getId() == rangeId)
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  private Connection lock(long id) {
    holdings.lock();
    return connections.lock(id, Scope.ALL);
  }

  private List<String> covering(Connection connection, List<Cidr> cidrs) {
    return investigations.numbers(List.of(connection), cidrs);
  }

  private void assign(Connection connection, List<Cidr> cidrs, Instant now) {
    cidrs.forEach(cidr -> em.persist(new ConnectionRange(connection, cidr, now)));
  }

  private Verdict judge(String reference, List<Cidr> ranges) {
    var asked = new AskedRanges(0, reference, ranges);
    return Verdict.of(NetworkRule.values(), facts.of(List.of(asked)).get(0));
  }

  private Customer customer(long partnerId, String name) {
    return name == null ? null : customers.namedOrNew(partnerId, name);
  }
}
