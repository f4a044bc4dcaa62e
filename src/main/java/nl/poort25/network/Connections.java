package nl.poort25.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.account.Scope;
import nl.poort25.database.Batches;

/** The connections, looked up as a partner or as staff may see them. */
@ApplicationScoped
@Transactional
public class Connections {
  private static final String WITH_ALL =
      "select r from ConnectionRange r join fetch r.connection c join fetch c.partner"
          + " left join fetch c.customer where ";

  @PersistenceContext EntityManager em;

  /** With its partner and customer. */
  public Connection get(long id, Scope scope) {
    return em
        .createQuery(
            "select c from Connection c join fetch c.partner left join fetch c.customer"
                + " where c.id = :id",
            Connection.class)
        .setParameter("id", id)
        .getResultList()
        .stream()
        .filter(c -> scope.includes(c.getPartner()))
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  /** The same, and nobody else changes it or counts what is open on it until the end. */
  @Transactional(TxType.MANDATORY) // a lock lasts as long as its transaction
  public Connection lock(long id, Scope scope) {
    var connection = get(id, scope);
    em.refresh(connection, LockModeType.PESSIMISTIC_WRITE);
    return connection;
  }

  /** Those of a partner that have not ended, by reference. */
  public List<Connection> of(long partnerId) {
    return em.createQuery(
            "select c from Connection c left join fetch c.customer where c.partner.id = :partner"
                + " and c.endedAt is null order by c.partner.id, c.reference, c.id",
            Connection.class)
        .setParameter("partner", partnerId)
        .getResultList();
  }

  /** The addresses that a connection has now. */
  public List<Cidr> ranges(long connectionId) {
    return ranges(List.of(connectionId)).getOrDefault(connectionId, List.of());
  }

  /** The same of many, by their ids. */
  public Map<Long, List<Cidr>> ranges(Collection<Long> connectionIds) {
    return Batches.rows(
            em,
            Object[].class,
            "select r.connection.id, r.cidr from ConnectionRange r where r.connection.id in :some"
                + " and r.until is null order by r.connection.id, r.firstKey",
            connectionIds.stream())
        .collect(
            Collectors.groupingBy(
                row -> (Long) row[0],
                Collectors.mapping(row -> Cidr.of((String) row[1]), Collectors.toList())));
  }

  /** Those of these references that there are, by reference, with their partners. */
  public Map<String, Connection> named(Collection<String> references) {
    return Batches.rows(
            em,
            Connection.class,
            "select c from Connection c join fetch c.partner where c.reference in :some",
            references.stream())
        .collect(Collectors.toMap(Connection::getReference, c -> c));
  }

  /** Those that it has and had, the current ones first. */
  List<ConnectionRange> allRanges(long connectionId) {
    return em.createQuery(
            "select r from ConnectionRange r join fetch r.connection c join fetch c.partner"
                + " where r.connection.id = :connection"
                + " order by case when r.until is null then 0 else 1 end, r.firstKey, r.id",
            ConnectionRange.class)
        .setParameter("connection", connectionId)
        .getResultList();
  }

  /**
   * Who holds or held all of that address or prefix, and who a part of it: the narrowest last,
   * those within it by address, as many as asked for at most.
   */
  public List<ConnectionRange> history(Cidr cidr, int most) {
    var around =
        em.createQuery(WITH_ALL + "r.cidr in :enclosing order by r.since", ConnectionRange.class)
            .setParameter("enclosing", cidr.enclosing())
            .setMaxResults(most)
            .getResultList();
    // both ends of a range of the index, so that neither database looks at anything else
    var within =
        em.createQuery(
                WITH_ALL + "r.firstKey >= :first and r.firstKey <= :last order by r.firstKey",
                ConnectionRange.class)
            .setParameter("first", cidr.firstKey())
            .setParameter("last", cidr.lastKey())
            .setMaxResults(most)
            .getResultList();
    return Stream.concat(around.stream(), within.stream()).distinct().limit(most).toList();
  }

  /** Who holds all of that address or prefix at that moment, with connection and partner. */
  public Optional<ConnectionRange> holder(Cidr cidr, Instant at) {
    return em
        .createQuery(
            WITH_ALL
                + "r.cidr in :enclosing and r.since <= :at"
                + " and (r.until is null or r.until > :at)",
            ConnectionRange.class)
        .setParameter("enclosing", cidr.enclosing())
        .setParameter("at", at)
        .getResultList()
        .stream()
        .findFirst();
  }
}
