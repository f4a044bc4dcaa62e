package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import nl.poort25.enforcement.Alarm;
import nl.poort25.enforcement.Alarms;
import nl.poort25.enforcement.GenerationReleases;
import nl.poort25.enforcement.PointClaim;
import nl.poort25.enforcement.PointHolds;
import nl.poort25.enforcement.PointLines;

/**
 * Judges whether this database made the state that a point holds. The number alone does not say:
 * after a restore from a backup the same numbers are given again with other lines.
 */
@ApplicationScoped
@Transactional
class Provenance {
  @Inject GenerationReleases released;
  @Inject PointLines lines;
  @Inject PointHolds holds;
  @Inject Alarms alarms;

  /** What became of what a point said it holds. */
  enum Judged {
    /** A state that was made here. */
    OWN,
    /** Not made here under that number, but the same lines as those that it is to hold. */
    LIKE_WANTED,
    /** Another database made it: the point is held. */
    FOREIGN
  }

  /**
   * The hold is made in the transaction that lifts the numbers: no state can come between.
   *
   * @param point locked
   * @throws IllegalArgumentException for a number far beyond those that were ever given
   */
  Judged judge(Point point, PointClaim claim, Instant now) {
    if (isOwn(point, claim)) {
      endHold(point, now);
      return Judged.OWN;
    }
    if (isLikeWanted(point, claim)) {
      endHold(point, now);
      return Judged.LIKE_WANTED;
    }
    long last = raiseTo(point, claim.number());
    point.recordForeignState(now);
    var remembered = point.getHeld().getReportedAt();
    if (holds.recordClaim(
        point.getId(), point.getName(), point.getTarget(), claim, remembered, now)) {
      released.lookAgain(point.getTarget());
      alarms.raise(Alarm.Kind.AHEAD, point.getName(), text(claim.number(), last), now);
    }
    return Judged.FOREIGN;
  }

  /** In figures, which need no language. */
  private static String text(long number, long last) {
    return number > last ? "%d > %d".formatted(number, last) : "%1$d ≠ %1$d".formatted(number);
  }

  private boolean isOwn(Point point, PointClaim claim) {
    String ours = claim.number() == 0 ? null : lines.digest(point.getTarget(), claim.number());
    if (claim.digest() != null) {
      return claim.digest().equals(ours) || lines.isOfOlder(point.getTarget(), claim);
    }
    // who says less than before has forgotten it, and its network has not
    return (claim.number() == 0 || ours != null) && holds.of(point.getId()).isEmpty();
  }

  private boolean isLikeWanted(Point point, PointClaim claim) {
    long wanted = released.numbers(point.getTarget()).of(point.isCanary());
    return wanted >= claim.number()
        && claim.digest() != null
        && (claim.digest().equals(lines.digest(point.getTarget(), wanted))
            || lines.isOfOlder(point.getTarget(), new PointClaim(wanted, claim.digest())));
  }

  void endHold(Point point, Instant now) {
    if (holds.of(point.getId()).isPresent()) {
      released.lock(point.getTarget());
      holds.end(point.getId(), point.getName(), now);
      alarms.end(Alarm.Kind.AHEAD, point.getName(), now);
    }
  }

  /**
   * The next states get higher numbers than that, whoever says so, by a bounded amount.
   *
   * @return the last number that was given before
   */
  long raiseTo(Point point, long number) {
    long last = released.lock(point.getTarget());
    if (number > last) {
      point.getNumbers().recordLift(number - last);
      released.raiseTo(point.getTarget(), number);
    }
    return last;
  }

  /** The network role has seen it. */
  void confirm(Point point, String shown, String note, long by, Instant now) {
    released.lock(point.getTarget());
    long wanted = released.numbers(point.getTarget()).of(point.isCanary());
    holds.confirm(point.getId(), point.getName(), shown, wanted, note, by, now);
    point.getNumbers().forgetLifts();
    alarms.end(Alarm.Kind.AHEAD, point.getName(), now);
  }
}
