package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.poort25.audit.Act;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.StateDiff;

/** Makes the generations of a target, one after the other. */
@ApplicationScoped
@Transactional
public class GenerationMaker {
  private static final String OF_TARGET =
      "select l.text, l.cause, l.causeId from LineSpan l where l.target = :target";

  /** Lines that one statement ends. */
  private static final int AT_ONCE = 500;

  @PersistenceContext EntityManager em;
  @Inject DesiredStates desired;
  @Inject LargeChangeGuard guard;
  @Inject HeldPointAbuseChanges holdChanges;
  @Inject Event<Act> acts;

  /**
   * Makes the generation that what was decided asks for, if it asks for another than the last.
   *
   * @throws UnauthorisedState if that would do what nobody decided; then none is made
   */
  @ActivateRequestContext // the log asks who acts: here the portal itself
  Optional<Generation> renew(EnforcementTarget target, Instant now) {
    var series = em.find(GenerationSeries.class, target);
    em.refresh(series, LockModeType.PESSIMISTIC_WRITE);
    var lines = held(target);
    if (series.isRaised()) {
      em.persist(new PendingRebuild()); // what was decided comes on top of it
      return Optional.of(make(series, lines, lines, false, now));
    }
    var wanted = desired.compute(target);
    var made = renew(series, wanted, lines, now);
    return closeOnHeld(series, wanted, now).or(() -> made);
  }

  private Optional<Generation> renew(
      GenerationSeries series,
      DesiredStates.Wanted wanted,
      SortedMap<DesiredLine, Cause> lines,
      Instant now) {
    var target = series.getTarget();
    var after = wanted.lines().keySet();
    if (lines.keySet().equals(after)) {
      guard.clear(target, now);
      return Optional.empty();
    }
    // just what abuse asks for waits for nothing (4.13), and takes nothing else along
    var closed = wanted.forAbuse(lines);
    if (closed.keySet().equals(lines.keySet())) {
      return guard.tryRelease(target, lines.keySet(), after, now)
          ? Optional.of(make(series, lines, wanted.lines(), false, now))
          : Optional.empty();
    }
    // on top of what every point may have, not of what the canaries have still to show
    var base = series.isReleased() ? lines : held(target, series.getReleased());
    var made = make(series, lines, wanted.forAbuse(base), true, now);
    boolean all =
        closed.keySet().equals(after) || guard.tryRelease(target, closed.keySet(), after, now);
    // the canaries keep what they have shown, or have still to show
    var next = all ? wanted.lines() : closed;
    var urgent = held(target);
    return Optional.of(
        urgent.keySet().equals(next.keySet()) ? made : make(series, urgent, next, false, now));
  }

  /**
   * What abuse asks for goes to the points that are held as well (4.13), on top of what they hold,
   * with a number above theirs: where there is none yet one is made, of what it is already.
   */
  private Optional<Generation> closeOnHeld(
      GenerationSeries series, DesiredStates.Wanted wanted, Instant now) {
    var target = series.getTarget();
    var changes = holdChanges.of(target, wanted);
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    Optional<Generation> made = Optional.empty();
    if (changes.keySet().stream().anyMatch(hold -> hold.getNumber() >= series.getLast())) {
      var lines = held(target);
      made = Optional.of(make(series, lines, lines, false, now));
    }
    changes.forEach((hold, change) -> hold.recordChange(series.getLast(), change));
    return made;
  }

  /**
   * From the last generation to what was decided: what waits where the guard holds it back.
   *
   * @throws UnauthorisedState if that would do what nobody decided
   */
  StateDiff<DesiredLine> waiting(EnforcementTarget target) {
    return StateDiff.between(held(target).keySet(), desired.compute(target).lines().keySet());
  }

  private Generation make(
      GenerationSeries series,
      SortedMap<DesiredLine, Cause> held,
      SortedMap<DesiredLine, Cause> lines,
      boolean urgent,
      Instant now) {
    var change = StateDiff.between(held.keySet(), lines.keySet());
    var target = series.getTarget();
    long number = series.next();
    end(target, List.copyOf(change.removed()), number);
    change.added().forEach(line -> em.persist(new LineSpan(target, line, lines.get(line), number)));
    var generation =
        new Generation(
            target,
            number,
            DesiredLine.digest(DesiredLine.text(lines.keySet())),
            lines.size(),
            change,
            urgent,
            now);
    em.persist(generation);
    em.flush();
    acts.fire(new GenerationMade(generation));
    return generation;
  }

  private void end(EnforcementTarget target, List<DesiredLine> lines, long number) {
    for (int i = 0; i < lines.size(); i += AT_ONCE) {
      em.createQuery("update LineSpan l set l.until = :number, l.held = null where l.held in :held")
          .setParameter("number", number)
          .setParameter(
              "held",
              lines.subList(i, Math.min(i + AT_ONCE, lines.size())).stream()
                  .map(line -> LineSpan.held(target, line))
                  .toList())
          .executeUpdate();
    }
  }

  private SortedMap<DesiredLine, Cause> held(EnforcementTarget target) {
    return byLine(em.createQuery(OF_TARGET + " and l.until is null", Object[].class), target);
  }

  private SortedMap<DesiredLine, Cause> held(EnforcementTarget target, long number) {
    return byLine(
        em.createQuery(OF_TARGET + " and " + LineSpan.STANDS, Object[].class)
            .setParameter("number", number),
        target);
  }

  // no entities: there may be a hundred thousand, and one of them ends
  private static SortedMap<DesiredLine, Cause> byLine(
      TypedQuery<Object[]> query, EnforcementTarget target) {
    var held = new TreeMap<DesiredLine, Cause>();
    query
        .setParameter("target", target)
        .getResultList()
        .forEach(
            row ->
                held.put(
                    DesiredLine.parse(target, (String) row[0]),
                    new Cause((Cause.Kind) row[1], (Long) row[2])));
    return held;
  }
}
