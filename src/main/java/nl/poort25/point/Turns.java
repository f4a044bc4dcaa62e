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
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import nl.poort25.enforcement.Alarm;
import nl.poort25.enforcement.Alarms;
import nl.poort25.enforcement.PointLines;
import nl.poort25.enforcement.Released;
import nl.poort25.enforcement.Target;

/** A turn of a point: what it gets, and what becomes of its report. */
@ApplicationScoped
@Transactional
class Turns {
  /** Lines of a drift that are kept of each kind; the read-back has them all. */
  private static final int MOST = 200;

  @PersistenceContext EntityManager em;
  @Inject PointLines lines;
  @Inject Released released;
  @Inject Signatures signatures;
  @Inject Alarms alarms;
  @Inject Applied applied;
  @Inject Probes probes;

  /**
   * What the point gets now.
   *
   * @param way whether it is to change anything; for a prober, which round it is
   */
  record Offer(long number, String way) {
    String etag() {
      return number + "-" + way;
    }
  }

  Offer offer(long pointId) {
    return offer(em.find(Point.class, pointId));
  }

  Offer offer(Point point) {
    return offer(point, released.numbers(point.getTarget()));
  }

  private static Offer offer(Point point, Released.Numbers numbers) {
    return new Offer(numbers.of(point.isCanary()), way(point));
  }

  /** Of many at once, since they are asked for several times a second. */
  Map<Long, Offer> offers(Collection<Long> pointIds) {
    var numbers = new EnumMap<Target, Released.Numbers>(Target.class);
    return em
        .createQuery("select p from Point p where p.id in :ids", Point.class)
        .setParameter("ids", pointIds)
        .getResultList()
        .stream()
        .collect(
            Collectors.toMap(
                Point::getId,
                point ->
                    offer(point, numbers.computeIfAbsent(point.getTarget(), released::numbers))));
  }

  /** A prober that has reported its round has another list for the next, once a minute. */
  private static String way(Point point) {
    var reported = point.getHeld().getReportedAt();
    if (point.getFormat().probes()) {
      return "round-" + (reported == null ? 0 : reported.getEpochSecond() / 60);
    }
    return point.isEnforcing() ? "enforce" : "observe";
  }

  /**
   * @param have the state that it holds exactly, or null
   */
  String document(long pointId, long number, Long have, Instant now) {
    var point = em.find(Point.class, pointId, LockModeType.PESSIMISTIC_WRITE);
    point.fetches(number, now);
    if (point.getFormat().probes()) {
      return StateDocument.whole(point, number, probes.toTry(point, number, now), signatures::sign);
    }
    return have != null && have > 0 && have <= number
        ? StateDocument.step(
            point, have, number, lines.between(point.getTarget(), have, number), signatures::sign)
        : StateDocument.whole(
            point, number, lines.whole(point.getTarget(), number), signatures::sign);
  }

  /**
   * Compares what it reads back with the state that it is to hold.
   *
   * @return whether the read-back is known; if not it must be sent in full
   * @throws IllegalArgumentException for a state that was never made
   */
  @ActivateRequestContext
  boolean report(long pointId, Report report, Instant now) {
    var point = em.find(Point.class, pointId, LockModeType.PESSIMISTIC_WRITE);
    if (report.generation() > released.numbers(point.getTarget()).last()) {
      throw new IllegalArgumentException("generation " + report.generation());
    }
    boolean same = report.digest().equals(point.getHeld().getReadBackDigest());
    if (report.readBack() == null && !same) {
      return false;
    }
    if (!same) {
      keep(pointId, report.readBack());
    }
    point.reports(report, now);
    judgeOutcome(point, now);
    if (point.getFormat().probes()) {
      probes.take(point, readBack(pointId, report), report.generation(), now);
    } else if (!same || !point.isEnforcing() || !point.isJust(report.generation())) {
      compare(point, readBack(pointId, report), now);
    }
    if (point.isCounted()) {
      applied.follow(now);
    }
    return true;
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
    long number = point.isEnforcing() ? point.getHeld().getReportedNumber() : offer(point).number();
    var read = ReadBack.of(point.getFormat(), raw);
    var wanted = number == 0 ? List.<String>of() : lines.whole(point.getTarget(), number);
    var lines = Difference.between(wanted, read.lines());
    var surplus = new ArrayList<>(lines.surplus());
    surplus.addAll(read.strange());
    var found = new Difference(lines.missing(), surplus);
    em.createQuery("delete from PointDrift d where d.point = :point")
        .setParameter("point", point)
        .executeUpdate();
    if (found.isNone()) {
      if (point.holds(number, now)) {
        em.persist(new PointState(point, now));
      }
      alarms.end(Alarm.Kind.DRIFT, point.getName(), now);
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
