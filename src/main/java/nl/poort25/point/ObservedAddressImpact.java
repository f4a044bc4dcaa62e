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
import nl.poort25.enforcement.LineSpan;
import nl.poort25.mx.RelayAddresses;
import nl.poort25.network.Cidr;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.text.Text;

/**
 * What the state that a point would get does to the addresses that it observed taking connections:
 * which it closes, which it leaves open, and whose they are.
 */
@ApplicationScoped
@Transactional
class ObservedAddressImpact {
  private static final String AT =
      " from LineSpan l where l.target = :target and " + LineSpan.STANDS;

  private static final String OPENED =
      "exists (select l.id"
          + AT
          + " and l.addressKey = s.addressKey and (l.text like 'open %' or l.text like 'own %'))";

  private static final String SEEN = "s.point = :point and s.lastAt >= :limit and ";

  static final String RANK =
      "(case when s.address in :own then 0L when s.connection is null then 2L else 1L end)";

  @PersistenceContext EntityManager em;
  @Inject Settings settings;
  @Inject RelayAddresses relays;

  /**
   * Of which point.
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

    /** What would be closed, in a sentence. */
    public Text said() {
      return closes() == 0
          ? Text.of("point.takes.none")
          : Text.of("point.takes.counts", closes(), own, partners, unknown);
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
            em.createQuery(
                "select count(s) from ObservedAddress s where " + SEEN + condition, Long.class),
            condition.contains(":own") ? own : null)
        .getSingleResult();
  }

  /** Which it leaves open, or else closes, of the addresses that are called s. */
  static String condition(boolean stay) {
    return SEEN + (stay ? OPENED : "not " + OPENED);
  }

  private static <T> TypedQuery<T> with(Asked asked, TypedQuery<T> query, Set<String> ownOrNull) {
    if (ownOrNull != null) {
      query.setParameter("own", ownOrNull);
    }
    return query
        .setParameter("point", asked.point())
        .setParameter("limit", asked.now().minus(ObservedAddresses.KEPT))
        .setParameter("target", EnforcementTarget.FIREWALL)
        .setParameter("number", asked.number());
  }

  /** The mail servers of the provider: never empty, since a query takes no empty list. */
  Set<String> own(long number) {
    var own = new HashSet<>(settings.list(Setting.RELAY_ADDRESSES));
    relays.hosts().forEach(mx -> mx.addresses().forEach(address -> own.add(address.toString())));
    lines(number, "own %").forEach(line -> own.add(line.substring("own ".length())));
    own.add("-");
    return own;
  }

  List<Cidr> prefixes(long number) {
    return lines(number, "inside %").stream()
        .map(line -> Cidr.of(line.substring("inside ".length())))
        .toList();
  }

  private List<String> lines(long number, String like) {
    return em.createQuery("select l.text" + AT + " and l.text like :like", String.class)
        .setParameter("target", EnforcementTarget.FIREWALL)
        .setParameter("number", number)
        .setParameter("like", like)
        .getResultList();
  }

  /** The keys of those that a line opens for some sources. */
  Set<String> partlyOpen(Asked asked, List<ObservedAddress> rows) {
    if (rows.isEmpty()) {
      return Set.of();
    }
    return em.createQuery(
            "select l.addressKey" + AT + " and l.addressKey in :keys and l.text like 'pair %'",
            String.class)
        .setParameter("target", EnforcementTarget.FIREWALL)
        .setParameter("number", asked.number())
        .setParameter(
            "keys", rows.stream().map(row -> Cidr.of(row.getAddress()).firstKey()).toList())
        .getResultStream()
        .collect(Collectors.toSet());
  }
}
