package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.poort25.account.Account;
import nl.poort25.audit.Act;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.web.Conflict;

/**
 * Puts points on hold and releases them. Whoever changes a hold first locks the number series of
 * its target ({@link GenerationReleases#lock}).
 */
@ApplicationScoped
@Transactional
public class PointHolds {
  private static final String OPEN =
      "select h from PointHold h left join fetch h.confirmedBy where h.openFor ";

  @PersistenceContext EntityManager em;
  @Inject PointLines lines;
  @Inject Event<Act> acts;

  /** Of a point, to be read. */
  public Optional<PointHold> of(long pointId) {
    return Optional.ofNullable(of(List.of(pointId)).get(pointId));
  }

  /** Of some points, by their ids. */
  public Map<Long, PointHold> of(Collection<Long> pointIds) {
    return em.createQuery(OPEN + "in :points", PointHold.class)
        .setParameter("points", pointIds)
        .getResultStream()
        .collect(Collectors.toMap(PointHold::getPointId, Function.identity()));
  }

  /** Of all points of a target. */
  public List<PointHold> of(EnforcementTarget target) {
    return em.createQuery(OPEN + "is not null and h.target = :target", PointHold.class)
        .setParameter("target", target)
        .getResultList();
  }

  private Optional<PointHold> locked(long pointId) {
    var hold = of(pointId);
    hold.ifPresent(found -> em.refresh(found, LockModeType.PESSIMISTIC_WRITE));
    return hold;
  }

  /**
   * The point says that it holds this, which was not made here.
   *
   * @param name of the point
   * @param remembered when the point was heard last that this database knows of, which is before
   *     the copy was made; null for never
   * @return whether that is new, so that people are to be told
   */
  public boolean recordClaim(
      long pointId,
      String name,
      EnforcementTarget target,
      PointClaim claim,
      Instant remembered,
      Instant now) {
    var hold = locked(pointId);
    if (hold.isPresent() && hold.get().getNext().isDone(claim)) {
      hold.get().completeNext();
      return false;
    }
    if (hold.isPresent() && (hold.get().isOf(claim) || isLess(claim, hold.get()))) {
      return false;
    }
    var held = hold.orElseGet(() -> new PointHold(pointId, target, remembered, now));
    held.recordClaim(claim, lines.digest(target, claim.number()) != null);
    if (hold.isEmpty()) {
      em.persist(held);
      acts.fire(new HoldAct.PointHeldBack(held, name));
    }
    return true;
  }

  /** One that does not say what it holds, in a report of a number that is known, tells nothing. */
  private static boolean isLess(PointClaim claim, PointHold hold) {
    return claim.digest() == null && claim.number() <= hold.getNumber();
  }

  /** Its read-back was just what it says it holds. */
  public void recordReadBack(long pointId, ReadBackLines found) {
    locked(pointId).ifPresent(hold -> hold.recordReadBack(found));
  }

  /** Its read-back was something else. */
  public void recordUnread(long pointId) {
    locked(pointId).ifPresent(PointHold::recordUnread);
  }

  /**
   * It holds a state of this database again, or is out of use.
   *
   * @param name of the point
   */
  public void end(long pointId, String name, Instant now) {
    locked(pointId)
        .ifPresent(
            hold -> {
              hold.end(now);
              acts.fire(new HoldAct.PointHeldNoLonger(hold, name));
            });
  }

  /**
   * The network role has seen what would change on the point, and lets it.
   *
   * @param shown as {@link #shown} said then
   * @param wanted number of the state that the point is to hold
   */
  public void confirm(
      long pointId, String name, String shown, long wanted, String note, long by, Instant now) {
    var hold =
        locked(pointId)
            .filter(h -> shown(h, wanted).equals(shown) && h.isReadOnce())
            .orElseThrow(() -> new Conflict("point " + pointId + " is not as it was shown"));
    hold.confirm(em.getReference(Account.class, by), note, now);
    acts.fire(new HoldAct.PointLetGo(hold, name));
  }

  /** What it holds and is to hold, as a text that changes with either. */
  public static String shown(PointHold hold, long wanted) {
    return "%d %d %s %d".formatted(hold.getId(), hold.getNumber(), hold.getDigest(), wanted);
  }

  /** What the ordinary state of that number would change on it; empty until it was read back. */
  public Optional<HoldDifference> difference(PointHold hold, long wanted) {
    return hold.getLines()
        .map(
            held ->
                HoldDifference.between(
                    held.lines(),
                    lines.whole(hold.getTarget(), wanted).stream()
                        .map(text -> DesiredLine.parse(hold.getTarget(), text))
                        .toList()));
  }
}
