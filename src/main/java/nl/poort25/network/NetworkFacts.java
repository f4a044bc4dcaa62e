package nl.poort25.network;

import com.google.common.collect.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.database.Batches;
import nl.poort25.network.NetworkRuleFacts.Held;
import nl.poort25.network.Overlaps.Asked;

/**
 * Gathers the facts of addresses that connections are to have, of one as of all in an upload: in a
 * few queries, however many are asked.
 */
@ApplicationScoped
@Transactional
class NetworkFacts {
  /** So many addresses are looked up each by itself: they may lie far apart. */
  private static final int FEW = 10;

  private static final int AT_ONCE = 500;

  @PersistenceContext EntityManager em;
  @Inject ProviderPrefixes prefixes;
  @Inject ProviderMailServers mailServers;
  @Inject Investigations investigations;

  /**
   * @param line of the upload; 0 where it is asked as one
   * @param reference of a new connection; null where there is one already
   */
  record AskedRanges(int line, String reference, List<Cidr> ranges) {}

  /** The facts of each, in that order. They compete with one another as with what is held. */
  List<NetworkRuleFacts> of(List<AskedRanges> asked) {
    var all = asked.stream().flatMap(one -> one.ranges().stream()).toList();
    var network = prefixes.network(all);
    var servers = mailServers.held();
    var open = investigations.open();
    var references = references(asked);
    var overlaps = overlaps(asked);
    return asked.stream()
        .map(
            one ->
                NetworkRuleFacts.ofRanges(
                    one.reference(),
                    one.reference() != null && !references.add(one.reference()),
                    one.ranges(),
                    one.ranges().stream()
                        .flatMap(range -> network.around(range).stream())
                        .distinct()
                        .toList(),
                    overlaps.of(one.line()),
                    servers,
                    Investigations.numbers(open, List.of(), one.ranges())))
        .toList();
  }

  /** Those of the references that some connection has, or had. */
  private Set<String> references(List<AskedRanges> asked) {
    var named = asked.stream().map(AskedRanges::reference).filter(Objects::nonNull);
    return Batches.rows(
            em,
            String.class,
            "select c.reference from Connection c where c.reference in :some",
            named)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private Overlaps overlaps(List<AskedRanges> asked) {
    var overlaps =
        new Overlaps(
            asked.stream()
                .flatMap(
                    one ->
                        one.ranges().stream()
                            .map(cidr -> Asked.of(one.line(), one.reference(), cidr)))
                .toList());
    int together = overlaps.sorted().size() > FEW ? AT_ONCE : 1;
    for (boolean ipv6 : new boolean[] {false, true}) {
      var family = overlaps.sorted().stream().filter(a -> a.cidr().isIpv6() == ipv6).toList();
      Lists.partition(family, together).forEach(some -> overlaps.compareWith(some, held(some)));
    }
    return overlaps;
  }

  /** What connections hold between the first and the last of these, and around the first. */
  private NavigableMap<String, Held> held(List<Asked> some) {
    var last = some.stream().map(Asked::last).max(Comparator.naturalOrder()).orElseThrow();
    String from = "select r.cidr, r.firstKey, r.connection.reference from ConnectionRange r where ";
    var around =
        em.createQuery(from + "r.held in :enclosing", Object[].class)
            .setParameter("enclosing", some.get(0).cidr().enclosing())
            .getResultList();
    var between =
        em.createQuery(
                from
                    + "r.firstKey >= :first and r.firstKey <= :last and r.held is not null"
                    + " order by r.firstKey",
                Object[].class)
            .setParameter("first", some.get(0).first())
            .setParameter("last", last)
            .setMaxResults(some.size() == 1 ? Overlaps.MOST : Integer.MAX_VALUE)
            .getResultList();
    var held = new TreeMap<String, Held>();
    Stream.concat(around.stream(), between.stream())
        .forEach(
            row -> held.put((String) row[1], new Held(Cidr.of((String) row[0]), (String) row[2])));
    return held;
  }
}
