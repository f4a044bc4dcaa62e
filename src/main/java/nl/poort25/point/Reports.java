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
    boolean ahead = isAhead(point, report.generation());
    boolean same = report.digest().equals(point.getHeld().getReadBackDigest());
    if (report.readBack() == null && !same) {
      return false;
    }
    if (!same) {
      keep(pointId, report.readBack());
    }
    point.reports(report, now);
    seen.take(point, report.sightings(), now);
    judgeOutcome(point, now);
    if (ahead) {
      tellAhead(point, report.generation(), now);
    } else if (point.getFormat().probes()) {
      probes.take(point, readBack(pointId, report), report.generation(), now);
    } else if (!same || !point.isEnforcing() || !point.isJust(report.generation())) {
      compare(point, readBack(pointId, report), now);
    }
    return true;
  }

  /** It holds a state of a number that this database never gave: the next ones get higher ones. */
  private boolean isAhead(Point point, long number) {
    if (number <= released.numbers(point.getTarget()).last()) {
      return false;
    }
    if (!released.lift(point.getTarget(), number)) {
      throw new IllegalArgumentException("generation " + number);
    }
    return true;
  }

  private void tellAhead(Point point, long number, Instant now) {
    forget(point);
    var found = new Difference(List.of(), List.of("generation " + number));
    point.differs(found, now);
    keep(point, true, found.surplus());
    alarms.raise(Alarm.Kind.AHEAD, point.getName(), "" + number, now);
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
   */
  private void compare(Point point, byte[] raw, Instant now) {
    long number =
        point.isEnforcing() ? point.getHeld().getReportedNumber() : offers.of(point).number();
    var read = ReadBack.of(point.getFormat(), raw);
    var wanted = number == 0 ? List.<String>of() : lines.whole(point.getTarget(), number);
    var lines = Difference.between(wanted, read.lines());
    var surplus = new ArrayList<>(lines.surplus());
    surplus.addAll(read.strange());
    var found = new Difference(lines.missing(), surplus);
    forget(point);
    if (found.isNone()) {
      if (point.holds(number, now)) {
        em.persist(new PointState(point, now));
      }
      alarms.end(Alarm.Kind.DRIFT, point.getName(), now);
      alarms.end(Alarm.Kind.AHEAD, point.getName(), now);
    } else {
      point.differs(found, now);
      keep(point, false, found.missing());
      keep(point, true, found.surplus());
      if (point.isEnforcing()) {
        alarms.raise(Alarm.Kind.DRIFT, point.getName(), summary(found), now);
      } else {
        alarms.end(Alarm.Kind.DRIFT, point.getName(), now);
      }
    }
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
      kept.becomes(packed(raw));
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
