package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.poort25.enforcement.GenerationLine;
import nl.poort25.enforcement.Target;
import nl.poort25.mx.RelayAddresses;
import nl.poort25.network.Cidr;
import nl.poort25.web.Rows;
import nl.poort25.web.Setting;
import nl.poort25.web.Settings;

/**
 * What a point saw take connections, by what the state that it would get does to it. First the mail
 * servers of the provider itself, then what partners hold by partner and connection, then the rest.
 */
@ApplicationScoped
@Transactional
class SeenList {
  private static final String AT =
      " from GenerationLine l where l.target = :target and " + GenerationLine.STANDS;

  private static final String OPENED =
      "exists (select l.id"
          + AT
          + " and l.addressKey = s.addressKey and (l.text like 'open %' or l.text like 'own %'))";

  private static final String FROM =
      " from PointSeen s left join %1$s s.connection c left join %1$s c.partner p"
          + " where s.point = :point and s.lastAt >= :limit and ";

  private static final String RANK =
      "(case when s.address in :own then 0 when s.connection is null then 2 else 1 end)";

  private static final String NAME = "coalesce(p.name, '')";
  private static final String REFERENCE = "coalesce(c.reference, '')";

  private static final String AFTER =
      " and (%1$s > :rank or (%1$s = :rank and (%2$s > :name or (%2$s = :name"
          + " and (%3$s > :reference or (%3$s = :reference and s.addressKey > :key))))))";

  @PersistenceContext EntityManager em;
  @Inject Settings settings;
  @Inject RelayAddresses relays;

  /**
   * Whose list it is.
   *
   * @param number of the state that the point would get
   */
  record Asked(Point point, long number, Instant now) {}

  /**
   * How many addresses took connections.
   *
   * @param own mail servers of the provider itself that would be closed
   * @param partners others that would be closed and that a partner holds
   * @param unknown the rest of those that would be closed
   * @param stay would not be closed
   */
  public record Counts(long own, long partners, long unknown, long stay) {
    public long closes() {
      return own + partners + unknown;
    }
  }

  Counts count(Asked asked) {
    var own = own(asked.number());
    long closes = count(asked, "not " + OPENED, own);
    long ownOnes = count(asked, RANK + " = 0 and not " + OPENED, own);
    long unknown = count(asked, RANK + " = 2 and not " + OPENED, own);
    return new Counts(ownOnes, closes - ownOnes - unknown, unknown, count(asked, OPENED, own));
  }

  private long count(Asked asked, String condition, Set<String> own) {
    return with(
            asked,
            em.createQuery("select count(s)" + FROM.formatted("") + condition, Long.class),
            condition.contains(":own") ? own : null)
        .getSingleResult();
  }

  /**
   * @param stay those that stay open, instead of those that would be closed
   * @param after the id of the last row of the page before, or null
   */
  Rows<SeenRow, Long> page(Asked asked, boolean stay, Long after) {
    var own = own(asked.number());
    Object[] last = after == null ? null : position(asked, after, own);
    String order = String.join(", ", RANK, NAME, REFERENCE, "s.addressKey");
    var query =
        with(
            asked,
            em.createQuery(
                "select s"
                    + FROM.formatted("fetch")
                    + (stay ? OPENED : "not " + OPENED)
                    + (last == null ? "" : AFTER.formatted(RANK, NAME, REFERENCE))
                    + " order by "
                    + order,
                PointSeen.class),
            own);
    if (last != null) {
      query
          .setParameter("rank", last[0])
          .setParameter("name", last[1])
          .setParameter("reference", last[2])
          .setParameter("key", last[3]);
    }
    var found = Rows.of(query, PointSeen::getId);
    var pairs = pairs(asked, found.rows());
    var prefixes = prefixes(asked.number());
    return new Rows<>(
        found.rows().stream().map(seen -> SeenRow.of(seen, own, pairs, prefixes)).toList(),
        found.next());
  }

  /** Where a row stands; null for one that is there no more. */
  private Object[] position(Asked asked, long id, Set<String> own) {
    String columns = String.join(", ", RANK, NAME, REFERENCE, "s.addressKey");
    return em.createQuery("select " + columns + FROM.formatted("") + "s.id = :id", Object[].class)
        .setParameter("point", asked.point())
        .setParameter("limit", asked.now().minus(Seen.KEPT))
        .setParameter("own", own)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  private static <T> TypedQuery<T> with(Asked asked, TypedQuery<T> query, Set<String> ownOrNull) {
    if (ownOrNull != null) {
      query.setParameter("own", ownOrNull);
    }
    return query
        .setParameter("point", asked.point())
        .setParameter("limit", asked.now().minus(Seen.KEPT))
        .setParameter("target", Target.FIREWALL)
        .setParameter("number", asked.number());
  }

  /** The mail servers of the provider: never empty, since a query takes no empty list. */
  private Set<String> own(long number) {
    var own = new HashSet<>(settings.list(Setting.RELAY_ADDRESSES));
    relays.hosts().forEach(mx -> mx.addresses().forEach(address -> own.add(address.toString())));
    lines(number, "own %").forEach(line -> own.add(line.substring("own ".length())));
    own.add("-");
    return own;
  }

  private List<Cidr> prefixes(long number) {
    return lines(number, "inside %").stream()
        .map(line -> Cidr.of(line.substring("inside ".length())))
        .toList();
  }

  private List<String> lines(long number, String like) {
    return em.createQuery("select l.text" + AT + " and l.text like :like", String.class)
        .setParameter("target", Target.FIREWALL)
        .setParameter("number", number)
        .setParameter("like", like)
        .getResultList();
  }

  /** The keys of those that a line opens for some sources. */
  private Set<String> pairs(Asked asked, List<PointSeen> rows) {
    if (rows.isEmpty()) {
      return Set.of();
    }
    return em.createQuery(
            "select l.addressKey" + AT + " and l.addressKey in :keys and l.text like 'pair %'",
            String.class)
        .setParameter("target", Target.FIREWALL)
        .setParameter("number", asked.number())
        .setParameter(
            "keys", rows.stream().map(row -> Cidr.of(row.getAddress()).firstKey()).toList())
        .getResultStream()
        .collect(Collectors.toSet());
  }
}
