package nl.poort25.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks up which connections hold which addresses now, each by one index, and locks the address
 * space.
 */
@ApplicationScoped
@Transactional
class AddressHolders {
  @PersistenceContext EntityManager em;

  /**
   * Until the end of the transaction nobody else changes prefixes, connections or ranges. Comes
   * before anything is read that the change rests on.
   */
  @Transactional(TxType.MANDATORY) // a lock lasts as long as its transaction
  void lock() {
    em.find(AddressSpaceLock.class, AddressSpaceLock.THE_ONE, LockModeType.PESSIMISTIC_WRITE);
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

  /** The current ranges that contain it, itself included, likewise. */
  Stream<ConnectionRange> containing(Cidr cidr) {
    return em
        .createQuery(
            "select r from ConnectionRange r join fetch r.connection c join fetch c.partner"
                + " where r.held in :enclosing",
            ConnectionRange.class)
        .setParameter("enclosing", cidr.enclosing())
        .getResultList()
        .stream();
  }
}
