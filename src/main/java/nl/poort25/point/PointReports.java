package nl.poort25.point;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.poort25.enforcement.Alarm;
import nl.poort25.enforcement.Alarms;
import nl.poort25.enforcement.GenerationReleases;
import nl.poort25.enforcement.PointClaim;
import nl.poort25.enforcement.PointHold;
import nl.poort25.enforcement.PointHolds;
import nl.poort25.enforcement.PointLines;

/**
 * Takes the reports of points: compares the read-back with the state that the point should have,
 * and records and alarms drift.
 */
@ApplicationScoped
@Transactional
class PointReports {
  @PersistenceContext EntityManager em;
  @Inject PointLines lines;
  @Inject GenerationReleases released;
  @Inject PointHolds holds;
  @Inject Provenance provenance;
  @Inject StateOffers offers;
  @Inject ReadBacks readBacks;
  @Inject Drifts drifts;
  @Inject Alarms alarms;
  @Inject Probes probes;
  @Inject ObservedAddresses seen;

  /**
   * Compares what it reads back with the state that it is to hold.
   *
   * @return whether the read-back is known; if not it must be sent in full
   * @throws IllegalArgumentException for a number far beyond those that were ever given
   */
  @ActivateRequestContext
  boolean take(long pointId, PointReport report, Instant now) {
    var point = em.find(Point.class, pointId, LockModeType.PESSIMISTIC_WRITE);
    boolean same = report.digest().equals(point.getHeld().getReadBackDigest());
    boolean isState = isState(point, report);
    if (report.readBack() == null && !isState && !(same && readBacks.has(pointId))) {
      return false;
    }
    if (report.readBack() != null && !(same && readBacks.has(pointId))) {
      readBacks.keep(pointId, report.readBack());
    } else if (report.readBack() == null && !same) {
      readBacks.forget(pointId); // what is kept is of another
    }
    if (point.getFormat().isProber()) {
      probe(point, report, now);
    } else {
      take(point, report, same, now);
    }
    return true;
  }

  /**
   * @param same whether it reads back what it read back before
   */
  private void take(Point point, PointReport report, boolean same, Instant now) {
    var claims =
        new ReadBackClaim(point, () -> ReadBack.of(point.getFormat(), readBack(point, report)));
    var before = holds.of(point.getId());
    var claim = claims.of(report, before.isPresent());
    var judged = provenance.judge(point, claim, now);
    point.recordReport(report, now);
    seen.record(point, report.sightings(), now);
    judgeOutcome(point, now);
    boolean held = judged == Provenance.Judged.FOREIGN;
    if (held && !(same && before.filter(PointHold::isInForce).isPresent())) {
      readHeld(point, claim, claims, now);
    }
    boolean isKnown = same && point.isJust(report.generation());
    if (!point.isEnforcing() || (!held && !isKnown)) {
      boolean asSaid = point.isEnforcing() && judged == Provenance.Judged.OWN;
      if (asSaid && isState(point, report)) {
        holds(point, report.generation(), held, now);
        return;
      }
      long number = asSaid ? report.generation() : offers.wanted(point);
      var wanted = lines(point, number, isOfOlder(point, report, claim, claims));
      compare(point, claims.read(), wanted, number, held, now);
    }
  }

  /** Whether what it holds is what older agents get of a state. */
  private boolean isOfOlder(
      Point point, PointReport report, PointClaim claim, ReadBackClaim claims) {
    // only older agents write format 1, which does not say what they hold
    return (report.agent() == null && PointLines.isKnownToOlder(claims.read().lines()))
        || lines.isOfOlder(point.getTarget(), claim);
  }

  private void probe(Point point, PointReport report, Instant now) {
    // its list is its own: only that it has a number is known of what it holds
    long last = provenance.raiseTo(point, report.generation());
    point.recordReport(report, now);
    judgeOutcome(point, now);
    if (report.generation() > last) {
      alarms.raise(Alarm.Kind.AHEAD, point.getName(), report.generation() + " > " + last, now);
    } else {
      alarms.end(Alarm.Kind.AHEAD, point.getName(), now);
      probes.takeReport(point, readBack(point, report), report.generation(), now);
    }
  }

  /** What is in force there is what it says it holds, or it has drifted from that. */
  private void readHeld(Point point, PointClaim claim, ReadBackClaim claims, Instant now) {
    drifts.forget(point);
    var found = claims.lines().filter(lines -> lines.digest().equals(claim.digest()));
    if (found.isPresent()) {
      holds.recordReadBack(point.getId(), found.get());
      released.lookAgain(point.getTarget());
    }
    if (found.isPresent() && claims.read().strange().isEmpty()) {
      drifts.end(point, now);
      return;
    }
    holds.recordUnread(point.getId());
    if (point.isEnforcing() && claim.digest() != null) {
      drifts.raise(point, new Drift(List.of(), claims.read().strange()), now);
    }
  }

  /**
   * A sign of life sends it not again, and mostly nothing has to be compared: then it is not read.
   */
  private byte[] readBack(Point point, PointReport report) {
    if (report.readBack() != null) {
      return report.readBack();
    }
    if (isState(point, report) && !readBacks.has(point.getId())) {
      var text = new StringBuilder();
      lines.writeTo(text, report.generation());
      return text.toString().getBytes(US_ASCII);
    }
    return readBacks.of(point.getId());
  }

  /**
   * Whether a relay reads back just the lines of the state that it says it holds, byte for byte:
   * its tables are told in the words of a state, so the digest of the one is that of the other.
   * Then it need not send a million lines.
   */
  private boolean isState(Point point, PointReport report) {
    return point.getTarget().isRelay()
        && report.generation() > 0
        && report.digest().equals(report.stateDigest())
        && report.digest().equals(lines.digest(point.getTarget(), report.generation()));
  }

  private void judgeOutcome(Point point, Instant now) {
    var held = point.getHeld();
    if (held.getOutcome().isFailure()) {
      alarms.raise(
          Alarm.Kind.FAILED,
          point.getName(),
          held.getReportedNumber() + (held.getMessage() == null ? "" : ": " + held.getMessage()),
          now);
    } else {
      alarms.end(Alarm.Kind.FAILED, point.getName(), now);
    }
  }

  /**
   * An enforcing point is measured by the state that it says it holds; one that only reports by the
   * one that it would get, which shows what it would change.
   *
   * @param wanted the lines of the state of that number
   */
  private void compare(
      Point point, ReadBack read, List<String> wanted, long number, boolean held, Instant now) {
    var lines = Drift.between(wanted, read.lines());
    var surplus = new ArrayList<>(lines.surplus());
    surplus.addAll(read.strange());
    var found = new Drift(lines.missing(), surplus);
    if (!found.isNone()) {
      drifts.record(point, found, now);
      return;
    }
    holds(point, number, held, now);
  }

  /** Just the state of that number. */
  private void holds(Point point, long number, boolean held, Instant now) {
    drifts.forget(point);
    drifts.end(point, now);
    if (point.recordHeld(number, now)) {
      em.persist(new AppliedGeneration(point, now));
    }
    if (!held) {
      alarms.end(Alarm.Kind.AHEAD, point.getName(), now);
    }
  }

  /** Of the state of that number, as its agent gets them. */
  private List<String> lines(Point point, long number, boolean isOlder) {
    if (number == 0) {
      return List.of();
    }
    var whole = lines.whole(point.getTarget(), number);
    return isOlder ? PointLines.forOlder(whole) : whole;
  }
}
