package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;
import nl.poort25.network.ConnectionRange;
import nl.poort25.network.Connections;

/** Stores the addresses that points observed taking connections from outside. */
@ApplicationScoped
@Transactional
class ObservedAddresses {
  /** As the point itself forgets them. */
  static final Duration KEPT = Duration.ofDays(30);

  /** Of one point: what its two lists have room for, and as many that it has forgotten since. */
  private static final long MOST = 262_144;

  /** Addresses asked for at once. */
  private static final int SOME = 500;

  @PersistenceContext EntityManager em;
  @Inject Connections connections;

  void record(Point point, ObservedConnections sightings, Instant now) {
    var seen = sightings.seen();
    if (seen.isEmpty()) {
      return;
    }
    em.createQuery("delete from ObservedAddress s where s.point = :point and s.lastAt < :limit")
        .setParameter("point", point)
        .setParameter("limit", now.minus(KEPT))
        .executeUpdate();
    long room = MOST - count(point);
    for (int i = 0; i < seen.size(); i += SOME) {
      var some = seen.subList(i, Math.min(i + SOME, seen.size()));
      var known = known(point, some.stream().map(ObservedConnections.Sighting::address).toList());
      for (var one : some) {
        var before = known.get(one.address());
        if (before != null) {
          before.update(one, holder(one, now), now);
        } else if (room-- > 0) {
          em.persist(new ObservedAddress(point, one, holder(one, now), now));
        }
      }
    }
  }

  private long count(Point point) {
    return em.createQuery(
            "select count(s) from ObservedAddress s where s.point = :point", Long.class)
        .setParameter("point", point)
        .getSingleResult();
  }

  private Map<String, ObservedAddress> known(Point point, List<String> addresses) {
    return em.createQuery(
            "select s from ObservedAddress s where s.point = :point and s.address in :addresses",
            ObservedAddress.class)
        .setParameter("point", point)
        .setParameter("addresses", addresses)
        .getResultStream()
        .collect(Collectors.toMap(ObservedAddress::getAddress, Function.identity()));
  }

  private Connection holder(ObservedConnections.Sighting seen, Instant now) {
    return connections
        .holder(Cidr.of(seen.address()), now)
        .map(ConnectionRange::getConnection)
        .orElse(null);
  }
}
