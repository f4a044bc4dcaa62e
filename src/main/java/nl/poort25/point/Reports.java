package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import nl.poort25.enforcement.Alarm;
import nl.poort25.enforcement.Alarms;
import nl.poort25.enforcement.PointClaim;
import nl.poort25.enforcement.PointHolds;
import nl.poort25.enforcement.PointLines;
import nl.poort25.enforcement.Released;

/** What becomes of a point's report. */
@ApplicationScoped
@Transactional
class Reports {
  /** Lines of a drift that are kept of each kind; the read-back has them all. */
  private static final int MOST = 200;

  @PersistenceContext EntityManager em;
  @Inject PointLines lines;
  @Inject Released released;
  @Inject PointHolds holds;
  @Inject Provenance provenance;
  @Inject Offers offers;
  @Inject Alarms alarms;
  @Inject Probes probes;
  @Inject Seen seen;

  /**
   * Compares what it reads back with the state that it is to hold.
   *
   * @return whether the read-back is known; if not it must be sent in full
   * @throws IllegalArgumentException for a number far beyond those that were ever given
   */
  @ActivateRequestContext
  boolean report(long pointId, Report report, Instant now) {
    var point = em.find(Point.class, pointId, LockModeType.PESSIMISTIC_WRITE);
    boolean same = report.digest().equals(point.getHeld().getReadBackDigest());
    if (report.readBack() == null && !same) {
      return false;
    }
    if (!same) {
      keep(pointId, report.readBack());
    }
    if (point.getFormat().probes()) {
      probe(point, report, now);
      return true;
    }
    var claims =
        new ReadBackClaim(point, () -> ReadBack.of(point.getFormat(), readBack(pointId, report)));
    var before = holds.of(pointId);
    var claim = claims.of(report, before.isPresent());
    var judged = provenance.judge(point, claim, now);
    point.recordReport(report, now);
    seen.take(point, report.sightings(), now);
    judgeOutcome(point, now);
    boolean held = judged == Provenance.Judged.FOREIGN;
    if (held && !(same && before.isPresent() && before.get().isInForce())) {
      readHeld(point, claim, claims, now);
    }
    if (point.isEnforcing() ? !held && !(same && point.isJust(report.generation())) : true) {
      long wanted = offers.wanted(point);
      boolean asSaid = point.isEnforcing() && judged == Provenance.Judged.OWN;
      long number = asSaid ? report.generation() : wanted;
      var read = claims.read();
      boolean isOlder =
          // only older agents write format 1, which does not say what they hold
          (report.agent() == null && PointLines.isKnownToOlder(read.lines()))
              || lines.isOfOlder(point.getTarget(), claim);
      compare(point, read, lines(point, number, isOlder), number, held, now);
    }
    return true;
  }

  private void probe(Point point, Report report, Instant now) {
    // its list is its own: only that it has a number is known of what it holds
    long last = provenance.lift(point, report.generation());
    point.recordReport(report, now);
    judgeOutcome(point, now);
    if (report.generation() > last) {
      alarms.raise(Alarm.Kind.AHEAD, point.getName(), report.generation() + " > " + last, now);
    } else {
      alarms.end(Alarm.Kind.AHEAD, point.getName(), now);
      probes.take(point, readBack(point.getId(), report), report.generation(), now);
    }
  }

  /** What is in force there is what it says it holds, or it has drifted from that. */
  private void readHeld(Point point, PointClaim claim, ReadBackClaim claims, Instant now) {
    forget(point);
    var found = claims.lines().filter(lines -> lines.digest().equals(claim.digest()));
    if (found.isPresent()) {
      holds.recordReadBack(point.getId(), found.get());
      released.lookAgain();
    }
    if (found.isPresent() && claims.read().strange().isEmpty()) {
      alarms.end(Alarm.Kind.DRIFT, point.getName(), now);
      return;
    }
    holds.recordUnread(point.getId());
    if (point.isEnforcing() && claim.digest() != null) {
      alarms.raise(
          Alarm.Kind.DRIFT,
          point.getName(),
          summary(new Difference(List.of(), claims.read().strange())),
          now);
    }
  }

  private void forget(Point point) {
    em.createQuery("delete from PointDrift d where d.point = :point")
        .setParameter("point", point)
        .executeUpdate();
  }

  /**
   * A sign of life sends it not again, and mostly nothing has to be compared: then it is not read.
   */
  private byte[] readBack(long pointId, Report report) {
    return report.readBack() == null ? kept(pointId) : report.readBack();
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
    var lines = Difference.between(wanted, read.lines());
    var surplus = new ArrayList<>(lines.surplus());
    surplus.addAll(read.strange());
    var found = new Difference(lines.missing(), surplus);
    forget(point);
    if (found.isNone()) {
      if (point.recordHeld(number, now)) {
        em.persist(new PointState(point, now));
      }
      alarms.end(Alarm.Kind.DRIFT, point.getName(), now);
      if (!held) {
        alarms.end(Alarm.Kind.AHEAD, point.getName(), now);
      }
    } else {
      point.recordDrift(found, now);
      keep(point, false, found.missing());
      keep(point, true, found.surplus());
      if (point.isEnforcing()) {
        alarms.raise(Alarm.Kind.DRIFT, point.getName(), summary(found), now);
      } else {
        alarms.end(Alarm.Kind.DRIFT, point.getName(), now);
      }
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

  private static String summary(Difference found) {
    var some = new ArrayList<String>();
    found.missing().stream().limit(10).map(line -> "-" + line).forEach(some::add);
    found.surplus().stream().limit(10).map(line -> "+" + line).forEach(some::add);
    return String.join(", ", some);
  }

  private void keep(Point point, boolean surplus, List<String> texts) {
    texts.stream().limit(MOST).forEach(text -> em.persist(new PointDrift(point, surplus, text)));
  }

  private void keep(long pointId, byte[] raw) {
    var kept = em.find(PointReadBack.class, pointId);
    if (kept == null) {
      em.persist(new PointReadBack(pointId, packed(raw)));
    } else {
      kept.replace(packed(raw));
    }
  }

  /** The last read-back as it came. */
  byte[] kept(long pointId) {
    var kept = em.find(PointReadBack.class, pointId);
    if (kept == null) {
      return new byte[0];
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(kept.bytes()))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] packed(byte[] raw) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(raw);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The lines of its drift, what is missing first. */
  List<PointDrift> drift(Point point) {
    return em.createQuery(
            "select d from PointDrift d where d.point = :point order by d.surplus, d.id",
            PointDrift.class)
        .setParameter("point", point)
        .getResultList();
  }

  /** Which states it held, the last first. */
  List<PointState> held(Point point) {
    return em.createQuery(
            "select s from PointState s where s.point = :point order by s.id desc",
            PointState.class)
        .setParameter("point", point)
        .setMaxResults(25)
        .getResultList();
  }
}
