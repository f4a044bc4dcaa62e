package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.poort25.exemption.Opening;
import nl.poort25.exemption.OutsideCheckResult;
import nl.poort25.exemption.OutsideCheckSource;
import nl.poort25.network.Cidr;

/** What probers found last at each address, by prober and by opening. */
@ApplicationScoped
@Transactional
class LastProbeResults implements OutsideCheckSource {
  private static final int SHOWN = 100;

  /** As {@link LastProbeResult#isAsExpected()} has it. */
  private static final String WRONG =
      "((p.expected = true and (p.outcome <> ANSWERED or p.banner is null"
          + " or p.banner not like '220%')) or (p.expected = false and p.outcome = ANSWERED))";

  @PersistenceContext EntityManager em;

  /** Remembers it, as the last of that prober at that address. */
  LastProbeResult record(Point prober, ProbeResult tried, boolean expected) {
    var known =
        em.createQuery(
                "select p from LastProbeResult p where p.point = :point and p.address = :address",
                LastProbeResult.class)
            .setParameter("point", prober)
            .setParameter("address", tried.address())
            .getResultStream()
            .findFirst();
    if (known.isPresent()) {
      known.get().record(tried, expected);
      return known.get();
    }
    var probe = new LastProbeResult(prober, tried, expected);
    em.persist(probe);
    return probe;
  }

  /** Those that should be open and took no connection, the last first. */
  List<LastProbeResult> unreached(Point prober) {
    return em.createQuery(
            "select p from LastProbeResult p where p.point = :point and p.expected = true"
                + " and p.outcome <> ANSWERED order by p.triedAt desc, p.id",
            LastProbeResult.class)
        .setParameter("point", prober)
        .setMaxResults(SHOWN)
        .getResultList();
  }

  /** Those that are not as they should be, the last first. */
  List<LastProbeResult> wrong(Point prober) {
    return em.createQuery(
            "select p from LastProbeResult p where p.point = :point and "
                + WRONG
                + " order by p.triedAt desc",
            LastProbeResult.class)
        .setParameter("point", prober)
        .setMaxResults(SHOWN)
        .getResultList();
  }

  /** How many addresses were found as they should be. */
  long right(Point prober) {
    return em.createQuery(
            "select count(p) from LastProbeResult p where p.point = :point and not " + WRONG,
            Long.class)
        .setParameter("point", prober)
        .getSingleResult();
  }

  @Override
  public Map<Long, OutsideCheckResult> seen(Collection<Opening> open) {
    if (open.isEmpty()) {
      return Map.of();
    }
    var probes =
        em.createQuery(
                "select p from LastProbeResult p join fetch p.point where p.address in :addresses"
                    + " and p.expected = true and p.point.retiredAt is null"
                    + " order by p.triedAt, p.id",
                LastProbeResult.class)
            .setParameter("addresses", open.stream().map(Opening::getDestination).toList())
            .getResultStream()
            .collect(Collectors.groupingBy(LastProbeResult::getAddress));
    var seen = new HashMap<Long, OutsideCheckResult>();
    for (var opening : open) {
      said(opening, probes.getOrDefault(opening.getDestination(), List.of()))
          .ifPresent(probe -> seen.put(opening.getId(), sighting(probe)));
    }
    return seen;
  }

  private static OutsideCheckResult sighting(LastProbeResult probe) {
    return new OutsideCheckResult(probe.getSight(), probe.getTriedAt(), probe.getBanner());
  }

  /** Of several probers the one that speaks against it, else the last. */
  private static Optional<LastProbeResult> said(Opening opening, List<LastProbeResult> probes) {
    var of = probes.stream().filter(probe -> isOf(opening, probe)).toList();
    return of.stream()
        .filter(probe -> probe.getSight().isContrary())
        .reduce((earlier, later) -> later)
        .or(() -> of.stream().reduce((earlier, later) -> later));
  }

  /** An opening for a source is seen from that source only. */
  private static boolean isOf(Opening opening, LastProbeResult probe) {
    return (opening.getConfirmed().getOpenedAt() == null
            || !probe.getTriedAt().isBefore(opening.getConfirmed().getOpenedAt()))
        && (opening.getSource() == null
            || (probe.getFrom() != null
                && Cidr.of(opening.getSource()).contains(Cidr.of(probe.getFrom()))));
  }
}
