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
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.poort25.audit.Act;
import nl.poort25.network.Cidr;
import nl.poort25.web.Rows;

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
  @ActivateRequestContext // the log asks who acts: here the portal itself
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
    if (!urgent) {
      return guard.passes(change, held.keySet(), wanted.keySet(), now)
          ? Optional.of(make(series, held, wanted, false, now))
          : Optional.empty();
    }
    // just what closes for abuse, on top of what every point may have: it waits for nothing (4.13)
    var base = series.isReleased() ? held : held(series.getReleased());
    var made = make(series, held, closed(base, facts), true, now);
    var before = closed(held, facts).keySet();
    var rest = Change.between(before, wanted.keySet());
    if (rest.isNone() || guard.passes(rest, before, wanted.keySet(), now)) {
      var closed = held();
      if (!closed.keySet().equals(wanted.keySet())) {
        made = make(series, closed, wanted, false, now);
      }
    }
    return Optional.of(made);
  }

  /** What is held, without what an open case of abuse closes: that waits for no guard (4.13). */
  private static SortedMap<StateLine, Cause> closed(
      Map<StateLine, GenerationLine> held, FirewallFacts facts) {
    var lines = new TreeMap<StateLine, Cause>();
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
            line -> em.persist(new GenerationLine(Target.FIREWALL, line, lines.get(line), number)));
    var generation =
        new Generation(
            Target.FIREWALL,
            number,
            DesiredLine.digest(DesiredLine.text(lines.keySet())),
            lines.size(),
            change,
            urgent,
            now);
    em.persist(generation);
    acts.fire(new GenerationMade(generation));
    return generation;
  }

  private Map<StateLine, GenerationLine> held() {
    return byLine(
        em.createQuery(
            "select l from GenerationLine l where l.target = FIREWALL and l.until is null",
            GenerationLine.class));
  }

  private Map<StateLine, GenerationLine> held(long number) {
    return byLine(
        em.createQuery(
                "select l from GenerationLine l where l.target = FIREWALL"
                    + " and l.from <= :number and (l.until is null or l.until > :number)",
                GenerationLine.class)
            .setParameter("number", number));
  }

  private static Map<StateLine, GenerationLine> byLine(TypedQuery<GenerationLine> query) {
    var held = new HashMap<StateLine, GenerationLine>();
    query.getResultList().forEach(line -> held.put(line.line(), line));
    return held;
  }

  /** Newest first. */
  Rows<Generation, Long> page(Long before) {
    return Rows.of(
        em.createQuery(
                "select g from Generation g where g.target = FIREWALL and g.number < :before"
                    + " order by g.number desc",
                Generation.class)
            .setParameter("before", before == null ? Long.MAX_VALUE : before),
        Generation::getNumber);
  }

  /**
   * @throws NotFoundException where there is none of that number
   */
  Generation get(long number) {
    return em.createQuery(
            "select g from Generation g where g.target = FIREWALL and g.number = :number",
            Generation.class)
        .setParameter("number", number)
        .getResultStream()
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  /** What a state opens to that address. */
  List<GenerationLine> about(Cidr address, long number) {
    return em
        .createQuery(
            "select l from GenerationLine l where l.addressKey = :key and l.target = FIREWALL"
                + " and l.from <= :number and (l.until is null or l.until > :number)"
                + " order by l.text",
            GenerationLine.class)
        .setParameter("key", address.firstKey())
        .setParameter("number", number)
        .getResultList()
        .stream()
        .filter(line -> line.line().opened() != null)
        .toList();
  }

  /** The one that counted at that moment, if there was any. */
  Optional<Generation> at(Instant moment) {
    return em.createQuery(
            "select g from Generation g where g.target = FIREWALL and g.madeAt <= :moment"
                + " order by g.number desc",
            Generation.class)
        .setParameter("moment", moment)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** All lines of a generation, in the order of their text: the same at any time later. */
  List<StateLine> lines(long number) {
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

  /** What it brought, in the order of the text. */
  List<GenerationLine> added(long number, int most) {
    return lines("l.from = :number", number, most);
  }

  /** What it took away. */
  List<GenerationLine> removed(long number, int most) {
    return lines("l.until = :number", number, most);
  }

  private List<GenerationLine> lines(String which, long number, int most) {
    return em.createQuery(
            "select l from GenerationLine l where l.target = FIREWALL and "
                + which
                + " order by l.text",
            GenerationLine.class)
        .setParameter("number", number)
        .setMaxResults(most)
        .getResultList();
  }
}
