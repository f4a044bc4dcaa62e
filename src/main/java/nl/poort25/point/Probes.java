package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import nl.poort25.enforcement.Alarm;
import nl.poort25.enforcement.Alarms;
import nl.poort25.enforcement.PointLines;
import nl.poort25.exemption.Opening;
import nl.poort25.exemption.Openings;
import nl.poort25.exemption.OutsideCheckResult;
import nl.poort25.exemption.OutsideCheckSource;
import nl.poort25.network.Cidr;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.FirewallLine;

/**
 * Gives probers their lists, stores their results, and raises alarms for addresses that answer but
 * should not, or should answer and do not.
 */
@ApplicationScoped
@Transactional
class Probes implements OutsideCheckSource {
  /** A clock that is ahead proves nothing. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private static final int SHOWN = 100;

  /** Addresses in an alarm. */
  private static final int NAMED = 10;

  /** As {@link LastProbeResult#isAsExpected()} has it. */
  private static final String WRONG =
      "((p.expected = true and (p.outcome <> ANSWERED or p.banner is null"
          + " or p.banner not like '220%')) or (p.expected = false and p.outcome = ANSWERED))";

  private static final int AT_ONCE = 500;

  /** So long a sample that was closed still counts. */
  private static final Duration KEPT = Duration.ofDays(7);

  @PersistenceContext EntityManager em;
  private PointLines lines;
  private Alarms alarms;
  private Openings openings;

  protected Probes() {}

  @Inject
  Probes(PointLines lines, Alarms alarms, Openings openings) {
    this.lines = lines;
    this.alarms = alarms;
    this.openings = openings;
  }

  Probes(EntityManager em, PointLines lines, Alarms alarms, Openings openings) {
    this(lines, alarms, openings);
    this.em = em;
  }

  /** A list for one round, another one each time. */
  List<String> toTry(Point prober, long number, Instant now) {
    var state = lines.whole(EnforcementTarget.FIREWALL, number);
    var open = ProbeTargets.open(state, prober.getAccess().getSeenFrom());
    var known = known(prober);
    forget(known.stream().filter(one -> one.isOver(state, open, now)).map(Known::id).toList());
    return ProbeTargets.of(
        state,
        prober.getAccess().getSeenFrom(),
        known.stream().collect(Collectors.toMap(Known::address, Known::triedAt)),
        known.stream().filter(Known::isLeak).map(Known::address).toList(),
        new Random());
  }

  /** Of a probe as much as the next list rests on; there may be a hundred thousand. */
  private record Known(
      long id, String address, Instant triedAt, boolean expected, ProbeResult.Outcome outcome) {
    boolean isLeak() {
      return !expected && outcome == ProbeResult.Outcome.ANSWERED;
    }

    /** Of an opening that has ended, of a prefix that is gone, or of an old sample. */
    boolean isOver(Collection<String> state, Set<String> open, Instant now) {
      if (expected) {
        return !open.contains(address);
      }
      return isLeak()
          ? !ProbeTargets.isInside(state, address)
          : triedAt.plus(KEPT).isBefore(now) && !open.contains(address);
    }
  }

  private List<Known> known(Point prober) {
    return em
        .createQuery(
            "select p.id, p.address, p.triedAt, p.expected, p.outcome from LastProbeResult p"
                + " where p.point = :point",
            Object[].class)
        .setParameter("point", prober)
        .getResultList()
        .stream()
        .map(
            row ->
                new Known(
                    (Long) row[0],
                    (String) row[1],
                    (Instant) row[2],
                    (Boolean) row[3],
                    (ProbeResult.Outcome) row[4]))
        .toList();
  }

  private void forget(List<Long> ids) {
    for (int i = 0; i < ids.size(); i += AT_ONCE) {
      em.createQuery("delete from LastProbeResult p where p.id in :ids")
          .setParameter("ids", ids.subList(i, Math.min(i + AT_ONCE, ids.size())))
          .executeUpdate();
    }
  }

  /**
   * Takes a report: what answers though it should not is an alarm, and so is what does not though
   * the portal says that it is open.
   */
  void takeReport(Point prober, byte[] raw, long number, Instant now) {
    var open =
        ProbeTargets.open(
            lines.whole(EnforcementTarget.FIREWALL, number), prober.getAccess().getSeenFrom());
    String answers = null;
    for (var tried : ProbeResult.read(raw)) {
      if (tried.at().isAfter(now.plus(AHEAD))) {
        continue;
      }
      boolean expected = open.contains(tried.address());
      var probe = kept(prober, tried, expected);
      if (!probe.isAsExpected() && !expected) {
        answers = tried.address();
      }
    }
    if (answers != null) {
      alarms.raise(Alarm.Kind.ANSWERS, prober.getName(), answers, now);
    } else if (wrong(prober).stream().allMatch(LastProbeResult::isExpected)) {
      alarms.end(Alarm.Kind.ANSWERS, prober.getName(), now);
    }
    var contrary = contrary(prober);
    if (contrary.isEmpty()) {
      alarms.end(Alarm.Kind.UNREACHED, prober.getName(), now);
    } else {
      alarms.raise(Alarm.Kind.UNREACHED, prober.getName(), shown(contrary), now);
    }
  }

  /**
   * What no connection could be made to. A server that takes one and does not greet is reached:
   * that is shown, and no alarm. Nor is what the points hold already and nobody calls open yet.
   */
  private List<LastProbeResult> contrary(Point prober) {
    var found =
        em.createQuery(
                "select p from LastProbeResult p where p.point = :point and p.expected = true"
                    + " and p.outcome <> ANSWERED order by p.triedAt desc, p.id",
                LastProbeResult.class)
            .setParameter("point", prober)
            .setMaxResults(SHOWN)
            .getResultList();
    var since = openings.openSince(found.stream().map(LastProbeResult::getAddress).toList());
    long number = prober.getHeld().getFetchedNumber();
    return found.stream().filter(probe -> isStillOpen(probe, since, number)).toList();
  }

  /** It was tried because it was open; it may have been closed while the round went on. */
  private boolean isStillOpen(LastProbeResult probe, Map<String, Instant> since, long number) {
    var opened = since.get(probe.getAddress());
    return opened == null
        ? isOwn(probe.getAddress(), number)
        : !probe.getTriedAt().isBefore(opened);
  }

  /** The provider's own mail servers are open without a decision (2.5). */
  private boolean isOwn(String address, long number) {
    return lines.has(FirewallLine.own(Cidr.of(address)), number);
  }

  private static String shown(List<LastProbeResult> probes) {
    return probes.stream()
            .limit(NAMED)
            .map(one -> one.getAddress() + " " + one.getOutcome().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "))
        + (probes.size() > NAMED ? ", …" : "");
  }

  private LastProbeResult kept(Point prober, ProbeResult tried, boolean expected) {
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
