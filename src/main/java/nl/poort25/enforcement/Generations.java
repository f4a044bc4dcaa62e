package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import nl.poort25.audit.Act;

/** Makes the generations of a target, one after the other, and finds them again. */
@ApplicationScoped
@Transactional
public class Generations {
  @PersistenceContext EntityManager em;
  @Inject FirewallDecisions decisions;
  @Inject Guard guard;
  @Inject Event<Act> acts;

  /**
   * Makes the generation that what was decided asks for, if it asks for another than the last.
   *
   * @throws FirewallState.Wider if that would open what nobody decided; then none is made
   */
  Optional<Generation> renew(Instant now) {
    var series = em.find(GenerationSeries.class, Target.FIREWALL, LockModeType.PESSIMISTIC_WRITE);
    var facts = decisions.facts();
    var wanted = FirewallState.of(facts).lines();
    var held = held();
    var change = Change.between(held.keySet(), wanted.keySet());
    if (change.isNone()) {
      guard.nothingWaits();
      return Optional.empty();
    }
    boolean urgent =
        change.removed().stream()
            .anyMatch(line -> line.opened() != null && facts.isBlocked(line.opened()));
    if (guard.passes(change, held.keySet(), wanted, now)) {
      return Optional.of(make(series, held, wanted, urgent, now));
    }
    return urgent ? Optional.of(make(series, held, closed(held, wanted, facts), true, now)) : Optional.empty();
  }

  /** What is held, without what an open case of abuse closes: that waits for no guard (4.13). */
  private static SortedMap<StateLine, Cause> closed(
      Map<StateLine, GenerationLine> held, SortedMap<StateLine, Cause> wanted, FirewallFacts facts) {
    var lines = new java.util.TreeMap<StateLine, Cause>();
    held.forEach(
        (line, kept) -> {
          if (line.opened() == null || !facts.isBlocked(line.opened())) {
            lines.put(line, kept.cause());
          }
        });
    return lines;
  }

  private Generation make(
      GenerationSeries series,
      Map<StateLine, GenerationLine> held,
      SortedMap<StateLine, Cause> lines,
      boolean urgent,
      Instant now) {
    var change = Change.between(held.keySet(), lines.keySet());
    long number = series.next();
    change.removed().forEach(line -> held.get(line).endBefore(number));
    em.flush(); // what is taken away makes room for what comes in the index that keeps lines single
    change
        .added()
        .forEach(
            line ->
                em.persist(new GenerationLine(Target.FIREWALL, line, lines.get(line), number)));
    var generation =
        new Generation(
            Target.FIREWALL,
            number,
            FirewallState.digest(FirewallState.text(lines.keySet())),
            lines.size(),
            change,
            urgent,
            now);
    em.persist(generation);
    acts.fire(new GenerationMade(generation));
    return generation;
  }

  private Map<StateLine, GenerationLine> held() {
    var held = new HashMap<StateLine, GenerationLine>();
    em.createQuery("select l from GenerationLine l where l.target = FIREWALL and l.until is null", GenerationLine.class)
        .getResultList()
        .forEach(line -> held.put(line.line(), line));
    return held;
  }

  /** The number of the last one; 0 before the first. */
  public long last() {
    return em.find(GenerationSeries.class, Target.FIREWALL).getLast();
  }

  public Optional<Generation> find(long number) {
    return em.createQuery(
            "select g from Generation g where g.target = FIREWALL and g.number = :number",
            Generation.class)
        .setParameter("number", number)
        .getResultStream()
        .findFirst();
  }

  /** All lines of a generation, in the order of their text: the same at any time later. */
  public List<StateLine> lines(long number) {
    return List.copyOf(
        new TreeSet<>(
            em.createQuery(
                    "select l.text from GenerationLine l where l.target = FIREWALL"
                        + " and l.from <= :number and (l.until is null or l.until > :number)",
                    String.class)
                .setParameter("number", number)
                .getResultStream()
                .map(StateLine::parse)
                .toList()));
  }

  /** What came and went from one generation to a later one. */
  Change between(long from, long to) {
    var added = new TreeSet<StateLine>();
    var removed = new TreeSet<StateLine>();
    em.createQuery(
            "select l from GenerationLine l where l.target = FIREWALL and l.from > :from"
                + " and l.from <= :to and (l.until is null or l.until > :to)",
            GenerationLine.class)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultList()
        .forEach(line -> added.add(line.line()));
    em.createQuery(
            "select l from GenerationLine l where l.target = FIREWALL and l.until > :from"
                + " and l.until <= :to and l.from <= :from",
            GenerationLine.class)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultList()
        .forEach(line -> removed.add(line.line()));
    // one that went and came again in between has not changed
    var both = new TreeSet<>(added);
    both.retainAll(removed);
    added.removeAll(both);
    removed.removeAll(both);
    return new Change(added, removed);
  }
}
