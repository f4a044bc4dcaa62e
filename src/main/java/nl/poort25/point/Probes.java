package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import nl.poort25.enforcement.Alarm;
import nl.poort25.enforcement.Alarms;
import nl.poort25.enforcement.PointLines;
import nl.poort25.exemption.Openings;
import nl.poort25.network.Cidr;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.FirewallLine;

/**
 * Gives probers their lists, takes their reports, and raises alarms for addresses that answer but
 * should not, or should answer and do not.
 */
@ApplicationScoped
@Transactional
class Probes {
  /** A clock that is ahead proves nothing. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  /** Addresses in an alarm. */
  private static final int NAMED = 10;

  private static final int AT_ONCE = 500;

  /** So long a sample that was closed still counts. */
  private static final Duration KEPT = Duration.ofDays(7);

  @PersistenceContext EntityManager em;
  @Inject LastProbeResults results;
  @Inject PointLines lines;
  @Inject Alarms alarms;
  @Inject Openings openings;

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
      var probe = results.record(prober, tried, expected);
      if (!probe.isAsExpected() && !expected) {
        answers = tried.address();
      }
    }
    if (answers != null) {
      alarms.raise(Alarm.Kind.ANSWERS, prober.getName(), answers, now);
    } else if (results.wrong(prober).stream().allMatch(LastProbeResult::isExpected)) {
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
   * What no connection could be made to though it is open. A server that takes one and does not
   * greet is reached: that is shown, and no alarm. Nor is what the points hold already and nobody
   * calls open yet.
   */
  private List<LastProbeResult> contrary(Point prober) {
    var found = results.unreached(prober);
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
}
