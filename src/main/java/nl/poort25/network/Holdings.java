package nl.poort25.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import nl.poort25.network.NetworkCase.Held;

/** Who holds which addresses now; each look-up rests on one index. */
@ApplicationScoped
class Holdings {
  @PersistenceContext EntityManager em;

  /**
   * Until the end of the transaction nobody else changes prefixes, connections or ranges. Comes
   * before anything is read that the change rests on.
   */
  void lock() {
    em.find(AddressSpace.class, AddressSpace.THE_ONE, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The current ranges within that prefix, itself included, with connection and partner. */
  List<ConnectionRange> within(Cidr prefix) {
    return em.createQuery(
            "select r from ConnectionRange r join fetch r.connection c join fetch c.partner"
                + " where r.firstKey >= :first and r.firstKey <= :last and r.lastKey <= :last"
                + " and r.held is not null order by r.firstKey",
            ConnectionRange.class)
        .setParameter("first", prefix.firstKey())
        .setParameter("last", prefix.lastKey())
        .getResultList();
  }

  /** What overlaps any of these now: what contains it, and what lies in it. */
  List<Held> overlapping(Collection<Cidr> cidrs) {
    return cidrs.stream()
        .flatMap(cidr -> Stream.concat(containing(cidr), within(cidr).stream()))
        .distinct()
        .map(range -> new Held(range.getCidr(), range.getConnection().getReference()))
        .toList();
  }

  private Stream<ConnectionRange> containing(Cidr cidr) {
    return em
        .createQuery(
            "select r from ConnectionRange r join fetch r.connection where r.held in :enclosing",
            ConnectionRange.class)
        .setParameter("enclosing", cidr.enclosing())
        .getResultList()
        .stream();
  }
}
