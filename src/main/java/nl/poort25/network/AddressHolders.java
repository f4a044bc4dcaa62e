package nl.poort25.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import nl.poort25.list.ListQuery;

/**
 * Looks up which connections hold which addresses now, each by one index, and locks the address
 * space.
 */
@ApplicationScoped
@Transactional
class AddressHolders {
  /**
   * So many ranges are looked up by their addresses. Where more match, they are dense: then the
   * list is walked in its own order, and for each connection it is asked whether one matches.
   */
  static final int FEW = 500;

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

  /**
   * Leaves those in a list of connections that have it, all of it or a part.
   *
   * @param query of connections that are called c
   * @param ended whether those are meant that had it
   */
  void narrow(ListQuery<Connection> query, Cidr cidr, boolean ended) {
    String until = ended ? " and r.until is not null" : " and r.until is null";
    var ids =
        new LinkedHashSet<>(
            em.createQuery(
                    "select r.connection.id from ConnectionRange r where r.cidr in :enclosing"
                        + until,
                    Long.class)
                .setParameter("enclosing", cidr.enclosing())
                .getResultList());
    String within = "r.firstKey >= :first and r.firstKey <= :last" + until;
    var inside =
        em.createQuery(
                "select r.connection.id from ConnectionRange r where "
                    + within
                    + " order by r.firstKey",
                Long.class)
            .setParameter("first", cidr.firstKey())
            .setParameter("last", cidr.lastKey())
            .setMaxResults(FEW + 1)
            .getResultList();
    if (inside.size() <= FEW) {
      ids.addAll(inside);
      query.among(ids);
    } else {
      query
          .where(
              "(c.id in :ids or "
                  + ListQuery.has("ConnectionRange r", "r.connection.id", "c.id", within)
                  + ")")
          .with("ids", ids.isEmpty() ? List.of(-1L) : ids)
          .with("first", cidr.firstKey())
          .with("last", cidr.lastKey());
    }
  }
}
