package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.poort25.enforcement.GenerationReleases;
import nl.poort25.enforcement.PointClaim;
import nl.poort25.enforcement.PointHold;
import nl.poort25.enforcement.PointHolds;
import nl.poort25.enforcement.PointLines;
import nl.poort25.enforcement.StateSteps;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EnforcementTarget;

/** Decides which state a point gets when it asks, and makes the signed document. */
@ApplicationScoped
@Transactional
class StateOffers {
  @PersistenceContext EntityManager em;
  @Inject PointLines lines;
  @Inject StateSteps steps;
  @Inject GenerationReleases released;
  @Inject PointHolds holds;
  @Inject SigningKeys signatures;
  @Inject Probes probes;
  @Inject Provenance provenance;
  @Inject Rollout rollout;

  /**
   * What the point gets now.
   *
   * @param digest of that state, since a number alone may have been given twice: before and after
   *     the database was restored
   * @param way whether it is to change anything; for a prober, which round it is
   */
  record Offer(long number, String digest, String way) {
    String etag() {
      return number + "-" + digest.substring(0, Math.min(digest.length(), 12)) + "-" + way;
    }
  }

  /** Number of the state that what was decided asks of it, held or not. */
  long wanted(Point point) {
    return released.numbers(point.getTarget()).of(point.isCanary());
  }

  Offer of(long pointId) {
    return of(em.find(Point.class, pointId));
  }

  Offer of(Point point) {
    return made(List.of(point)).get(point.getId());
  }

  /** Of many at once, since they are asked for several times a second. */
  Map<Long, Offer> of(Collection<Long> pointIds) {
    return made(
        em.createQuery("select p from Point p where p.id in :ids", Point.class)
            .setParameter("ids", pointIds)
            .getResultList());
  }

  private Map<Long, Offer> made(List<Point> points) {
    var numbers =
        new EnumMap<EnforcementTarget, GenerationReleases.Numbers>(EnforcementTarget.class);
    var digests = new HashMap<String, String>();
    var offers = new HashMap<Long, Offer>();
    var held = holds.of(points.stream().map(Point::getId).toList());
    for (var point : points) {
      var target = point.getTarget();
      long number = numbers.computeIfAbsent(target, released::numbers).of(point.isCanary());
      String digest =
          digests.computeIfAbsent(target + " " + number, key -> released.digest(target, number));
      var offer = new Offer(number, digest, way(point));
      var hold = held.get(point.getId());
      offers.put(point.getId(), hold == null ? offer : held(hold, offer));
    }
    return offers;
  }

  /**
   * One that is held gets what abuse asks for, and the ordinary state once the network role has
   * seen it and its number is not below what the point holds.
   */
  private static Offer held(PointHold hold, Offer ordinary) {
    if (hold.isConfirmed() && ordinary.number() >= hold.getNumber()) {
      return ordinary;
    }
    var next = hold.getNext();
    return next.isNone()
        ? new Offer(0, "" + hold.getNumber(), "held")
        : new Offer(next.getNumber(), next.getDigest(), ordinary.way());
  }

  /** A prober that has reported its round has another list for the next, once a minute. */
  private static String way(Point point) {
    var reported = point.getHeld().getReportedAt();
    String way =
        point.getFormat().isProber()
            ? "round-" + (reported == null ? 0 : reported.getEpochSecond() / 60)
            : point.isEnforcing() ? "enforce" : "observe";
    return way + "-" + point.getNumbers().getDocumentCount();
  }

  /**
   * @param document null where the point has what is offered, or there is nothing for it
   */
  record Answer(Offer offer, String document) {}

  /**
   * What a point gets that asks. In one transaction with the judgement on what it holds: nothing
   * that was made for another history can come between.
   *
   * @throws IllegalArgumentException for a number far beyond those that were ever given
   */
  @ActivateRequestContext // the log asks who acts: here the portal itself
  Answer answer(long pointId, StateRequest question, Instant now) {
    var point = em.find(Point.class, pointId, LockModeType.PESSIMISTIC_WRITE);
    if (question.document() != null) {
      point.recordDocument(question.document());
    }
    if (question.claim() != null && !point.getFormat().isProber()) {
      provenance.judge(point, question.claim(), now);
    }
    point.recordKey(question.key());
    var offer = of(point);
    var newKey = signatures.changeFrom(question.key());
    if (newKey.isPresent()) {
      return new Answer(offer, newKey.get());
    }
    if (offer.number() == 0
        || offer.etag().equals(question.known())
        || (question.claim() == null && point.mustReportFirst(rollout.silence(), now))) {
      return new Answer(offer, null);
    }
    var hold = holds.of(pointId).filter(h -> isClosing(h, offer));
    return new Answer(
        offer,
        hold.isPresent()
            ? closing(point, hold.get(), question, now)
            : document(point, offer.number(), question, now));
  }

  /**
   * A state for another program than our agents.
   *
   * @param lines null where the point has what is offered, or there is nothing for it
   * @param digest of those lines, as they say what they hold
   */
  record Latest(Offer offer, boolean enforces, List<String> lines, String digest) {}

  /**
   * What such a point gets that asks: all of it, never a difference.
   *
   * @param claimed what it says that it holds
   * @param known the tag of what it was given last; empty for none
   * @throws IllegalArgumentException for a number far beyond those that were ever given
   */
  @ActivateRequestContext // the log asks who acts: here the portal itself
  Latest latest(long pointId, PointClaim claimed, String known, Instant now) {
    var point = em.find(Point.class, pointId, LockModeType.PESSIMISTIC_WRITE);
    provenance.judge(point, claimed, now);
    var offer = of(point);
    var offered = offer.number() == 0 || offer.etag().equals(known) ? null : whole(point, offer);
    if (offered != null) {
      point.recordFetch(offer.number(), now);
    }
    return new Latest(
        offer,
        point.isEnforcing(),
        offered,
        offered == null ? null : DesiredLine.digest(PointLines.text(offered)));
  }

  /** Null for one that is held and does not say what it holds. */
  private List<String> whole(Point point, Offer offer) {
    var hold = holds.of(point.getId()).filter(h -> isClosing(h, offer));
    return hold.isEmpty()
        ? lines.whole(point.getTarget(), offer.number())
        : hold.get().getLines().map(held -> held.after(hold.get().getNext().step())).orElse(null);
  }

  private static boolean isClosing(PointHold hold, Offer offer) {
    return hold.getNext().getNumber() == offer.number()
        && offer.digest().equals(hold.getNext().getDigest());
  }

  /** The state of that number, signed, or what changed since the one that the point has. */
  private String document(Point point, long number, StateRequest question, Instant now) {
    var claim = question.claim();
    Long have = question.have();
    var document = new StateDocument(point, question.numbersDocuments(), signatures::sign);
    point.recordFetch(number, now);
    if (point.getFormat().isProber()) {
      return document.whole(number, probes.toTry(point, number, now));
    }
    boolean knowsAll = PointLines.knowsAllLines(point.getTarget(), question.knows());
    // that it says so is not enough: a number that was given twice is not the same state
    if (have != null && have > 0 && have <= number && point.isJust(have)) {
      var step = steps.between(point.getTarget(), have, number);
      // one whose agent was replaced may hold what the older one got
      if (knowsAll
          ? claim == null || !lines.isOfOlder(point.getTarget(), claim)
          : step.isForOlder()) {
        return document.step(have, number, step);
      }
    }
    var target = point.getTarget();
    if (knowsAll && target.isRelay()) { // of which there may be a million lines
      return document.whole(
          number, lines.count(target, number), text -> lines.writeTo(text, number));
    }
    var whole = lines.whole(target, number);
    return document.whole(number, knowsAll ? whole : PointLines.forOlder(whole));
  }

  /**
   * Only as a difference: what it holds besides was not made here, and is not signed.
   *
   * @return null where the point does not hold just that now
   */
  private String closing(Point point, PointHold hold, StateRequest question, Instant now) {
    Long have = question.have();
    if (have == null || have != hold.getNumber()) {
      return null;
    }
    var next = hold.getNext();
    point.recordFetch(next.getNumber(), now);
    return new StateDocument(point, question.numbersDocuments(), signatures::sign)
        .step(hold.getNumber(), next.getNumber(), next.step());
  }
}
