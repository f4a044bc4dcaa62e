package nl.poort25.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.poort25.web.Rows;

/** Lists of connections by reference, paged by key. */
@ApplicationScoped
@Transactional
public class ConnectionList {
  /**
   * So many ranges are looked up by their addresses. Where more match, they are dense: then the
   * list is walked in its own order, and for each connection it is asked whether one matches.
   */
  static final int FEW = 500;

  @PersistenceContext EntityManager em;

  public Rows<ConnectionRow, String> page(ConnectionFilter filter) {
    var parameters = new HashMap<String, Object>();
    var query =
        em.createQuery(
            "select c from Connection c join fetch c.partner left join fetch c.customer where "
                + String.join(" and ", conditions(filter, parameters))
                + order(filter),
            Connection.class);
    parameters.forEach(query::setParameter);
    var found = Rows.of(query, last -> last.getReference() + ":" + last.getId());
    var addresses = addresses(found.rows());
    return new Rows<>(
        found.rows().stream()
            .map(c -> ConnectionRow.of(c, addresses.getOrDefault(c.getId(), List.of())))
            .toList(),
        found.next());
  }

  /** Why what is fixed stands first: see {@code DomainList}. */
  private static String order(ConnectionFilter filter) {
    String fixed =
        filter.partnerId() != null ? "c.partner.id, " : filter.kind() != null ? "c.kind, " : "";
    return " order by " + fixed + "c.reference, c.id";
  }

  private List<String> conditions(ConnectionFilter filter, Map<String, Object> parameters) {
    var conditions = new ArrayList<String>();
    if (filter.partnerId() != null) {
      conditions.add("c.partner.id = :partner");
      parameters.put("partner", filter.partnerId());
    }
    if (filter.kind() != null) {
      conditions.add("c.kind = :kind");
      parameters.put("kind", filter.kind());
    }
    conditions.add(filter.ended() ? "c.endedAt is not null" : "c.endedAt is null");
    if (filter.typedAddress() != null) {
      conditions.add(holds(filter, parameters));
    }
    String from = filter.text() == null ? "" : filter.text();
    conditions.add("c.reference >= :from");
    if (filter.text() != null) {
      conditions.add("c.reference < :to");
      parameters.put("to", filter.text() + "~");
    }
    if (filter.after() != null && filter.after().matches("[^:]{1,40}:[0-9]{1,18}")) {
      String[] key = filter.after().split(":");
      conditions.add("(c.reference > :reference or (c.reference = :reference and c.id > :id))");
      parameters.put("reference", key[0]);
      parameters.put("id", Long.valueOf(key[1]));
      from = from.compareTo(key[0]) < 0 ? key[0] : from;
    }
    parameters.put("from", from);
    return conditions;
  }

  /** Whoever has it or had it, all of it or a part. */
  private String holds(ConnectionFilter filter, Map<String, Object> parameters) {
    if (filter.address() == null) {
      return "c.id is null";
    }
    String until = filter.ended() ? " and r.until is not null" : " and r.until is null";
    var containing =
        em.createQuery(
                "select r.connection.id from ConnectionRange r where r.cidr in :enclosing" + until,
                Long.class)
            .setParameter("enclosing", filter.address().enclosing())
            .getResultList();
    String within = "r.firstKey >= :first and r.firstKey <= :last" + until;
    var inside =
        em.createQuery(
                "select r.connection.id from ConnectionRange r where "
                    + within
                    + " order by r.firstKey",
                Long.class)
            .setParameter("first", filter.address().firstKey())
            .setParameter("last", filter.address().lastKey())
            .setMaxResults(FEW + 1)
            .getResultList();
    var ids = new LinkedHashSet<>(containing);
    if (inside.size() <= FEW) {
      ids.addAll(inside);
      parameters.put("ids", ids.isEmpty() ? List.of(-1L) : ids);
      return "c.id in :ids";
    }
    parameters.put("ids", ids.isEmpty() ? List.of(-1L) : ids);
    parameters.put("first", filter.address().firstKey());
    parameters.put("last", filter.address().lastKey());
    return "(c.id in :ids or exists (select r.id from ConnectionRange r where r.connection = c and "
        + within
        + "))";
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
