package nl.poort25.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.poort25.audit.Act;
import nl.poort25.network.ConnectionAct.AddressesTaken;
import nl.poort25.network.ConnectionAct.AddressesTaken.Cause;
import nl.poort25.policy.Verdict;

/** Addresses that a connection loses: what is open on them, and taking them away. */
@ApplicationScoped
@Transactional
class LostAddresses {
  @PersistenceContext EntityManager em;
  @Inject AddressUses addressUses;
  @Inject Event<Act> acts;

  /** What is open on, or asked for, these addresses, by number. */
  List<AddressUse> uses(Collection<Cidr> cidrs) {
    if (cidrs.isEmpty()) {
      return List.of();
    }
    return addressUses.of(cidrs).stream()
        .sorted(
            Comparator.comparing(AddressUse::number).thenComparing(use -> use.address().firstKey()))
        .toList();
  }

  /**
   * @param investigations numbers of the cases that cover what would be lost
   */
  Verdict judge(List<AddressUse> uses, ClosingForm closing, List<String> investigations) {
    return Verdict.of(
        NetworkRule.values(),
        NetworkRuleFacts.ofLoss(
            uses.stream().map(AddressUse::number).distinct().toList(),
            closing.covers(uses),
            investigations));
  }

  /** Whoever opened something on them closes it; nothing where nothing is open. */
  void close(
      Connection connection, List<Cidr> cidrs, List<AddressUse> uses, String reason, Cause cause) {
    if (uses.stream().anyMatch(use -> cidrs.stream().anyMatch(c -> c.contains(use.address())))) {
      acts.fire(new AddressesTaken(connection, cidrs, reason, cause));
    }
  }

  /** Ends the ranges, each on its connection, which nobody else changes meanwhile. */
  void reclaim(
      List<ConnectionRange> ranges,
      List<AddressUse> uses,
      String reason,
      Cause cause,
      Instant now) {
    Map<Connection, List<ConnectionRange>> byConnection = new LinkedHashMap<>();
    ranges.stream()
        .sorted(Comparator.comparing(range -> range.getConnection().getId()))
        .forEach(
            range ->
                byConnection
                    .computeIfAbsent(range.getConnection(), c -> new java.util.ArrayList<>())
                    .add(range));
    byConnection.forEach(
        (connection, lost) -> {
          lost.forEach(range -> range.end(now));
          var cidrs = lost.stream().map(ConnectionRange::getCidr).toList();
          acts.fire(new ConnectionAct.AddressesRemoved(connection, cidrs));
          close(connection, cidrs, uses, reason, cause);
        });
  }

  /** In the order of their ids, so that two who do so never wait for one another. */
  @Transactional(TxType.MANDATORY) // a lock lasts as long as its transaction
  void lock(List<ConnectionRange> ranges) {
    ranges.stream()
        .map(ConnectionRange::getConnection)
        .distinct()
        .sorted(Comparator.comparing(Connection::getId))
        .forEach(connection -> em.lock(connection, LockModeType.PESSIMISTIC_WRITE));
  }
}
