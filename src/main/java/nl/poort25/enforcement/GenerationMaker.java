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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.poort25.audit.Act;

/** Makes the generations of a target, one after the other. */
@ApplicationScoped
@Transactional
public class GenerationMaker {
  private static final String OF_TARGET = "select l from GenerationLine l where l.target = :target";

  @PersistenceContext EntityManager em;
  @Inject Desired desired;
  @Inject Guard guard;
  @Inject Event<Act> acts;

  /**
   * Makes the generation that what was decided asks for, if it asks for another than the last.
   *
   * @throws Undecided if that would do what nobody decided; then none is made
   */
  @ActivateRequestContext // the log asks who acts: here the portal itself
  Optional<Generation> renew(Target target, Instant now) {
    var series = em.find(GenerationSeries.class, target, LockModeType.PESSIMISTIC_WRITE);
    var wanted = desired.of(target);
    var held = held(target);
    var lines = causes(held);
    var after = wanted.lines().keySet();
    if (lines.keySet().equals(after)) {
      guard.nothingWaits(target);
      return Optional.empty();
    }
    // just what abuse asks for waits for nothing (4.13), and takes nothing else along
    var closed = wanted.forAbuse(lines);
    if (closed.keySet().equals(lines.keySet())) {
      return guard.passes(target, lines.keySet(), after, now)
          ? Optional.of(make(series, held, wanted.lines(), false, now))
          : Optional.empty();
    }
    // on top of what every point may have, not of what the canaries have still to show
    var base = series.isReleased() ? lines : causes(held(target, series.getReleased()));
    var made = make(series, held, wanted.forAbuse(base), true, now);
    if (closed.keySet().equals(after) || guard.passes(target, closed.keySet(), after, now)) {
      var urgent = held(target);
      if (!urgent.keySet().equals(after)) {
        made = make(series, urgent, wanted.lines(), false, now);
      }
    }
    return Optional.of(made);
  }

  private static SortedMap<DesiredLine, Cause> causes(Map<DesiredLine, GenerationLine> held) {
    var lines = new TreeMap<DesiredLine, Cause>();
    held.forEach((line, kept) -> lines.put(line, kept.cause()));
    return lines;
  }

  private Generation make(
      GenerationSeries series,
      Map<DesiredLine, GenerationLine> held,
      SortedMap<DesiredLine, Cause> lines,
      boolean urgent,
      Instant now) {
    var change = Change.between(held.keySet(), lines.keySet());
    var target = series.getTarget();
    long number = series.next();
    change.removed().forEach(line -> held.get(line).endBefore(number));
    em.flush(); // what is taken away makes room for what comes in the index that keeps lines single
    change
        .added()
        .forEach(line -> em.persist(new GenerationLine(target, line, lines.get(line), number)));
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

  private Map<DesiredLine, GenerationLine> held(Target target) {
    return byLine(em.createQuery(OF_TARGET + " and l.until is null", GenerationLine.class), target);
  }

  private Map<DesiredLine, GenerationLine> held(Target target, long number) {
    return byLine(
        em.createQuery(
                OF_TARGET + " and l.from <= :number and (l.until is null or l.until > :number)",
                GenerationLine.class)
            .setParameter("number", number),
        target);
  }

  private static Map<DesiredLine, GenerationLine> byLine(
      TypedQuery<GenerationLine> query, Target target) {
    var held = new HashMap<DesiredLine, GenerationLine>();
    query
        .setParameter("target", target)
        .getResultList()
        .forEach(line -> held.put(line.line(), line));
    return held;
  }
}
