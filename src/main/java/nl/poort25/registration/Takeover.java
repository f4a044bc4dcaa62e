package nl.poort25.registration;

import com.google.common.collect.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.poort25.account.Customer;
import nl.poort25.account.Partner;
import nl.poort25.audit.Act;
import nl.poort25.policy.Verdict;

/**
 * Many names at once that were known before the portal was: in a few queries, not some for each.
 */
@ApplicationScoped
@Transactional
public class Takeover {
  private static final int AT_ONCE = 500;

  /** A file that is full of names of others is no claim to them: so many at most are kept. */
  private static final int MOST_REFUSED = 500;

  @PersistenceContext EntityManager em;
  @Inject Event<Act> acts;
  @Inject Claimants claimants;
  @Inject ReservedNames reserved;

  /** A name that one partner is to hold. */
  public record Claim(long partnerId, Application asked) {}

  /** Until the end of the transaction nobody registers a name that overlaps one of these. */
  @Transactional(TxType.MANDATORY) // a lock lasts as long as its transaction
  public void lock(Collection<DomainName> names) {
    var tops = names.stream().map(name -> name.top().toString()).distinct().sorted().toList();
    for (var some : Lists.partition(tops, AT_ONCE)) {
      var missing = new HashSet<>(some);
      em.createQuery(
              "select n from NameLock n where n.name in :some order by n.name", NameLock.class)
          .setParameter("some", some)
          .setLockMode(LockModeType.PESSIMISTIC_WRITE)
          .getResultList()
          .forEach(lock -> missing.remove(lock.name()));
      some.stream().filter(missing::contains).forEach(top -> em.persist(new NameLock(top)));
    }
    em.flush();
  }

  /** The active registrations of exactly these names, by whomever, with their partners. */
  public Map<String, Registration> held(Collection<DomainName> names) {
    var held = new HashMap<String, Registration>();
    for (var some : Lists.partition(texts(names.stream()), AT_ONCE)) {
      em.createQuery(
              "select r from Registration r join fetch r.partner where r.heldName in :some",
              Registration.class)
          .setParameter("some", some)
          .getResultList()
          .forEach(r -> held.put(r.getName(), r));
    }
    return held;
  }

  /** What the rules say of each, in that order; one claim counts for those that follow. */
  public List<Verdict> judge(List<Claim> claims) {
    var holders = holders(claims.stream().map(claim -> claim.asked().name()).toList());
    return claims.stream().map(claim -> judge(claim, holders)).toList();
  }

  /** Keeps which of these were refused because another partner holds them. */
  public void keepRefused(List<Claim> claims, Instant now) {
    lock(claims.stream().map(claim -> claim.asked().name()).toList());
    var verdicts = judge(claims);
    IntStream.range(0, claims.size())
        .filter(i -> RegistrationRule.NAME_IS_FREE.isViolatedIn(verdicts.get(i)))
        .limit(MOST_REFUSED)
        .forEach(i -> claimants.keep(claims.get(i).partnerId(), claims.get(i).asked().name(), now));
  }

  private Verdict judge(Claim claim, NavigableMap<String, Long> holders) {
    var name = claim.asked().name();
    var under = holders.subMap(name.reversed() + ".", name.reversed() + "/");
    var others =
        Stream.concat(
                sameOrAbove(name)
                    .map(DomainName::reversed)
                    .filter(holders::containsKey)
                    .map(one -> Map.entry(one, holders.get(one))),
                under.entrySet().stream())
            .filter(one -> one.getValue() != claim.partnerId())
            .map(Map.Entry::getKey)
            .limit(1)
            .toList();
    holders.putIfAbsent(name.reversed(), claim.partnerId());
    return Verdict.of(
        RegistrationRule.values(),
        new RegistrationCase(
            Origin.ADMINISTRATIVE,
            claim.asked().action(),
            name,
            others,
            reserved.ofProvider(name),
            reserved.ofSpecialUse(name),
            0,
            Integer.MAX_VALUE));
  }

  /** Who holds what may overlap one of these, by the reversed name. */
  private NavigableMap<String, Long> holders(List<DomainName> names) {
    var holders = new TreeMap<String, Long>();
    String from = "select r.reversedName, r.partner.id from Registration r where ";
    for (var some :
        Lists.partition(texts(names.stream().flatMap(Takeover::sameOrAbove)), AT_ONCE)) {
      put(
          holders,
          em.createQuery(from + "r.heldName in :some", Object[].class)
              .setParameter("some", some)
              .getResultList());
    }
    // what lies under names that follow one another is one piece of the index
    var sorted = names.stream().map(DomainName::reversed).sorted().toList();
    for (var some : Lists.partition(sorted, AT_ONCE)) {
      // not of the first and the last name: a hyphen comes before the dot
      var first = some.stream().map(name -> name + ".").min(Comparator.naturalOrder());
      var behind = some.stream().map(name -> name + "/").max(Comparator.naturalOrder());
      put(
          holders,
          em.createQuery(
                  from
                      + "r.heldName is not null and r.reversedName >= :first"
                      + " and r.reversedName < :behind",
                  Object[].class)
              .setParameter("first", first.orElseThrow())
              .setParameter("behind", behind.orElseThrow()) // the slash follows the dot
              .getResultList());
    }
    return holders;
  }

  private static void put(Map<String, Long> holders, List<Object[]> rows) {
    rows.forEach(row -> holders.put((String) row[0], (Long) row[1]));
  }

  private static Stream<DomainName> sameOrAbove(DomainName name) {
    return Stream.concat(Stream.of(name), name.ancestors().stream());
  }

  private static List<String> texts(Stream<DomainName> names) {
    return names.map(DomainName::toString).distinct().toList();
  }

  /** Judged before, and locked. */
  public Registration register(Claim claim, Partner partner, Customer customer, Instant now) {
    var registration =
        new Registration(
            partner, customer, claim.asked(), Origin.ADMINISTRATIVE, Registrations.token(), now);
    em.persist(registration);
    acts.fire(new DomainRegistered(registration));
    return registration;
  }
}
