package nl.poort25.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.poort25.account.Scope;
import nl.poort25.web.ListPage;
import nl.poort25.web.ListQuery;
import nl.poort25.web.ListRequest;

/** Lists of connections by reference: those in use, or those that have ended. */
@ApplicationScoped
@Transactional
public class ConnectionList {
  /**
   * So many ranges are looked up by their addresses. Where more match, they are dense: then the
   * list is walked in its own order, and for each connection it is asked whether one matches.
   */
  static final int FEW = 500;

  @PersistenceContext EntityManager em;

  public ListPage<ConnectionRow> page(ListRequest request, Scope scope) {
    boolean ended = request.flag("state", "ended");
    var query =
        new ListQuery<>(Connection.class, "Connection c")
            .join("join fetch c.partner left join fetch c.customer")
            .fix("c.partnerId", scope.partnerOf(request))
            .narrow("c.kind", request.choice("kind", ConnectionKind.class))
            .whereBegins("c.reference", request.text("q", text -> text.toUpperCase(Locale.ROOT)))
            .where(ended ? "c.endedAt is not null" : "c.endedAt is null");
    String address = request.text("address");
    if (address != null) {
      Cidr.tryParse(address)
          .ifPresentOrElse(cidr -> hold(query, cidr, ended), () -> query.where("c.id is null"));
    }
    var found =
        query
            .byText("c.reference", Connection::getReference)
            .byNumber("c.id", Connection::getId)
            .page(em, request);
    var addresses = addresses(found.rows());
    return found.map(c -> ConnectionRow.of(c, addresses.getOrDefault(c.getId(), List.of())));
  }

  /** Whoever has it or had it, all of it or a part. */
  private void hold(ListQuery<Connection> query, Cidr cidr, boolean ended) {
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
    String condition = "c.id in :ids";
    if (inside.size() <= FEW) {
      ids.addAll(inside);
    } else {
      condition =
          "(c.id in :ids or exists (select r.id from ConnectionRange r where r.connection = c and "
              + within
              + "))";
      query.with("first", cidr.firstKey()).with("last", cidr.lastKey());
    }
    query.where(condition).with("ids", ids.isEmpty() ? List.of(-1L) : ids);
  }

  private Map<Long, List<Cidr>> addresses(List<Connection> connections) {
    if (connections.isEmpty()) {
      return Map.of();
    }
    return em
        .createQuery(
            "select r from ConnectionRange r where r.connection in :connections"
                + " and r.until is null order by r.connection.id, r.firstKey",
            ConnectionRange.class)
        .setParameter("connections", connections)
        .getResultList()
        .stream()
        .collect(
            Collectors.groupingBy(
                range -> range.getConnection().getId(),
                Collectors.mapping(ConnectionRange::getCidr, Collectors.toList())));
  }
}
