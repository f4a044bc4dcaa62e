package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.poort25.database.Batches;
import nl.poort25.exemption.ServerQuotas.QuotaKey;
import nl.poort25.network.Flow;
import nl.poort25.policy.ExemptionKind;

/**
 * Looks up what is open or waiting already and so conflicts or counts with what is asked, in a few
 * queries for many requests.
 */
@ApplicationScoped
@Transactional
public class ExistingOpenings {
  private static final String COUNTED =
      "select e.id, e.kind, o.partner.id, o.connection.id, o.source, o.destination"
          + " from Opening o join o.exemption e"
          + " where e.kind = :kind and o.state not in (CLOSED, DECLINED) and ";

  @PersistenceContext EntityManager em;

  /** Who holds a line (4.7). */
  public record Holder(long exemptionId, long connectionId, String number) {}

  /** By the keys of the lines. */
  public Map<String, Holder> holders(Collection<Flow> lines) {
    return Batches.rows(
            em,
            Object[].class,
            "select o.held, e.id, o.connection.id, t.number from Opening o join o.exemption e"
                + " join e.ticket t where o.held in :some",
            lines.stream().map(Flow::key))
        .collect(
            Collectors.toMap(
                row -> (String) row[0],
                row -> new Holder((Long) row[1], (Long) row[2], (String) row[3])));
  }

  /** What of an exemption is open or waiting. */
  List<Flow> lines(Exemption exemption) {
    return em
        .createQuery(
            "select o.source, o.destination from Opening o where o.exemption = :exemption"
                + " and o.state not in (CLOSED, DECLINED) order by o.id",
            Object[].class)
        .setParameter("exemption", exemption)
        .getResultList()
        .stream()
        .map(row -> Flow.of((String) row[0], (String) row[1]))
        .toList();
  }

  /** Adds the servers of which a line is open or waiting, to what these are counted with. */
  void count(List<ExemptionCandidate> asked, ServerQuotas counted) {
    var wholes = asked.stream().map(ExemptionCandidate::whole).filter(Objects::nonNull).toList();
    // two queries: each rests on the index of its column
    var open = new ArrayList<Object[]>();
    open.addAll(open(ExemptionKind.OWN_MAIL_SERVICE, "o.partner.id in :some", wholes));
    open.addAll(open(ExemptionKind.COLOCATION, "o.connection.id in :some", wholes));
    var places = new HashMap<Long, QuotaKey>();
    var ends = new HashMap<Long, Set<String>>();
    for (var row : open) {
      long id = (Long) row[0];
      var kind = (ExemptionKind) row[1];
      boolean own = kind == ExemptionKind.OWN_MAIL_SERVICE;
      places.put(id, new QuotaKey(kind, (Long) row[own ? 2 : 3]));
      var its = ends.computeIfAbsent(id, key -> new HashSet<>());
      its.add((String) row[4]);
      its.add((String) row[5]);
    }
    var servers = servers(ends.keySet());
    servers.forEach(
        (id, its) -> counted.add(places.get(id), id, MailServer.only(its, ends.get(id))));
  }

  private List<Object[]> open(ExemptionKind kind, String where, List<QuotaKey> wholes) {
    var ids = wholes.stream().filter(whole -> whole.kind() == kind).map(QuotaKey::id);
    return Batches.rows(em, Object[].class, COUNTED + where, ids, Map.of("kind", kind)).toList();
  }

  /** By their exemptions, these in the order in which they were made. */
  private Map<Long, List<MailServer>> servers(Set<Long> exemptions) {
    return Batches.rows(
            em,
            Object[].class,
            "select e.id, s.host, s.ipv4, s.ipv6 from Exemption e join e.answers.servers s"
                + " where e.id in :some order by e.id, index(s)",
            exemptions.stream().sorted())
        .collect(
            Collectors.groupingBy(
                row -> (Long) row[0],
                TreeMap::new,
                Collectors.mapping(
                    row ->
                        new MailServer(
                            (String) row[1], (String) row[2], (String) row[3], null, null),
                    Collectors.toList())));
  }
}
