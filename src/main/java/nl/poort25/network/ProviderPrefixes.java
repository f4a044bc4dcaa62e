package nl.poort25.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.audit.Act;
import nl.poort25.database.Batches;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListRequest;
import nl.poort25.network.ConnectionAct.AddressesTaken.Cause;
import nl.poort25.policy.Verdict;

/** The provider's network (2.2), and what is done with it. */
@ApplicationScoped
@Transactional
public class ProviderPrefixes {
  /** Of more than so many addresses all prefixes are looked at: there are hundreds of them. */
  private static final int FEW = 10;

  @PersistenceContext EntityManager em;
  @Inject AddressHolders holdings;
  @Inject LostAddresses losses;
  @Inject Investigations investigations;
  @Inject Event<Act> acts;

  /** The prefix of the provider that contains all of it, if there is one. */
  public Optional<ProviderPrefix> containing(Cidr cidr) {
    return em
        .createQuery(
            "select p from ProviderPrefix p where p.held in :enclosing", ProviderPrefix.class)
        .setParameter("enclosing", cidr.enclosing())
        .getResultList()
        .stream()
        .findFirst();
  }

  /** Those of these that lie in a prefix of the provider, each as a whole. */
  public Set<Cidr> inside(Collection<Cidr> cidrs) {
    var held =
        cidrs.size() > FEW
            ? current().stream().map(p -> p.getCidr().toString()).collect(Collectors.toSet())
            : enclosing(cidrs);
    return cidrs.stream()
        .filter(cidr -> cidr.enclosing().stream().anyMatch(held::contains))
        .collect(Collectors.toSet());
  }

  private Set<String> enclosing(Collection<Cidr> cidrs) {
    return Batches.rows(
            em,
            String.class,
            "select p.held from ProviderPrefix p where p.held in :some",
            cidrs.stream().flatMap(cidr -> cidr.enclosing().stream()))
        .collect(Collectors.toSet());
  }

  /** Those of the provider that lie in it, itself included: the first few by address. */
  public List<ProviderPrefix> within(Cidr cidr, int most) {
    return em.createQuery(
            "select p from ProviderPrefix p where p.held is not null and p.firstKey >= :first"
                + " and p.lastKey <= :last order by p.firstKey, p.id",
            ProviderPrefix.class)
        .setParameter("first", cidr.firstKey())
        .setParameter("last", cidr.lastKey())
        .setMaxResults(most)
        .getResultList();
  }

  /** What the provider has of these: the prefixes that contain one, and those that lie in one. */
  PrefixIndex network(Collection<Cidr> cidrs) {
    return new PrefixIndex(
        cidrs.size() > FEW
            ? current().stream().map(ProviderPrefix::getCidr).toList()
            : cidrs.stream().flatMap(this::around).toList());
  }

  private Stream<Cidr> around(Cidr cidr) {
    var within =
        em.createQuery(
                "select p from ProviderPrefix p where p.firstKey >= :first and p.firstKey <= :last"
                    + " and p.held is not null",
                ProviderPrefix.class)
            .setParameter("first", cidr.firstKey())
            .setParameter("last", cidr.lastKey())
            .getResultList();
    return Stream.concat(containing(cidr).stream(), within.stream()).map(ProviderPrefix::getCidr);
  }

  ProviderPrefix get(long id) {
    return Optional.ofNullable(em.find(ProviderPrefix.class, id))
        .orElseThrow(NotFoundException::new);
  }

  /** All that count, in the order of their addresses: hundreds, not millions. */
  public List<ProviderPrefix> current() {
    return em.createQuery(
            "select p from ProviderPrefix p where p.held is not null order by p.firstKey, p.id",
            ProviderPrefix.class)
        .getResultList();
  }

  /** The same, a page at a time. */
  ListPage<ProviderPrefix> page(ListRequest request) {
    return new ListQuery<>(ProviderPrefix.class, "ProviderPrefix p")
        .few()
        .where("p.held is not null")
        .byText("p.firstKey", prefix -> prefix.getCidr().firstKey())
        .byNumber("p.id", ProviderPrefix::getId)
        .page(em, request);
  }

  /** Judges and, if every rule holds, adds it. */
  Verdict add(Cidr cidr, String note, Instant now) {
    holdings.lock();
    var same =
        em.createQuery("select p from ProviderPrefix p where p.held = :cidr", ProviderPrefix.class)
            .setParameter("cidr", cidr.toString())
            .getResultList();
    var verdict =
        Verdict.of(
            NetworkRule.values(),
            NetworkRuleFacts.ofPrefix(cidr, same.stream().map(ProviderPrefix::getCidr).toList()));
    if (verdict.holds()) {
      add(cidr, ProviderPrefix.Origin.HAND, note, now);
    }
    return verdict;
  }

  void add(Cidr cidr, ProviderPrefix.Origin origin, String note, Instant now) {
    var prefix = new ProviderPrefix(cidr, origin, note, now);
    em.persist(prefix);
    acts.fire(new PrefixAct.PrefixAdded(prefix));
  }

  /** With what lies in it and in no other prefix, if nothing is open there or shall be closed. */
  Verdict remove(long id, ClosingForm closing, Instant now) {
    holdings.lock();
    return remove(List.of(get(id)), Set.of(), closing, now);
  }

  /**
   * The address space is locked.
   *
   * @param staying prefixes that come in the same go
   */
  Verdict remove(
      Collection<ProviderPrefix> gone, Collection<Cidr> staying, ClosingForm closing, Instant now) {
    gone.forEach(ProviderPrefix::requireCurrent);
    losses.lock(outside(gone, staying).ranges());
    var outside = outside(gone, staying);
    var verdict = losses.judge(outside.uses(), closing, investigations(outside));
    if (verdict.holds()) {
      losses.reclaim(outside.ranges(), outside.uses(), closing.reason, Cause.OUTSIDE, now);
      gone.forEach(prefix -> acts.fire(prefix.remove(now)));
    }
    return verdict;
  }

  private List<String> investigations(OrphanedRanges outside) {
    return investigations.numbers(
        outside.ranges().stream().map(ConnectionRange::getConnection).distinct().toList(),
        outside.ranges().stream().map(ConnectionRange::getCidr).toList());
  }

  OrphanedRanges outside(Collection<ProviderPrefix> gone) {
    return outside(gone, Set.of());
  }

  /** What lies in these and in no prefix that stays. */
  OrphanedRanges outside(Collection<ProviderPrefix> gone, Collection<Cidr> coming) {
    var lost = gone.stream().map(ProviderPrefix::getCidr).collect(Collectors.toSet());
    var staying =
        new PrefixIndex(
            Stream.concat(current().stream().map(ProviderPrefix::getCidr), coming.stream())
                .filter(cidr -> !lost.contains(cidr) || coming.contains(cidr))
                .toList());
    var uncovered = lost.stream().filter(cidr -> !staying.contains(cidr)).toList();
    // also what lies in the lost prefix and its neighbour together
    var ranges =
        uncovered.stream()
            .flatMap(
                cidr -> Stream.concat(holdings.within(cidr).stream(), holdings.containing(cidr)))
            .distinct()
            .filter(range -> !staying.contains(range.getCidr()))
            .toList();
    var touched = new LinkedHashSet<>(uncovered);
    ranges.forEach(range -> touched.add(range.getCidr()));
    // what is open may lie in a part of a lost range that itself stays the provider's
    var uses =
        losses.uses(touched).stream()
            .distinct()
            .filter(
                use ->
                    !staying.contains(use.address())
                        || ranges.stream().anyMatch(r -> r.getCidr().contains(use.address())))
            .toList();
    return new OrphanedRanges(ranges, uses);
  }
}
