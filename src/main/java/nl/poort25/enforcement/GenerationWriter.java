package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import nl.poort25.audit.Act;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EnforcementTarget;

/** Writes a change as the next generation of its target, some lines at a time. */
@ApplicationScoped
@Transactional
class GenerationWriter {
  /** Lines that one statement ends, or that are written before any is forgotten. */
  private static final int AT_ONCE = 500;

  @PersistenceContext EntityManager em;
  @Inject HeldLines held;
  @Inject HeldPointAbuseChanges holdChanges;
  @Inject Event<Act> acts;

  /** Whoever makes the next generation waits until this transaction is over. */
  GenerationSeries lock(EnforcementTarget target) {
    var series = em.find(GenerationSeries.class, target);
    em.refresh(series, LockModeType.PESSIMISTIC_WRITE);
    return series;
  }

  /**
   * Of a number above that of a point, which no generation has here: the same lines again; what was
   * decided comes on top of it.
   *
   * @return empty where the number is that of a generation
   */
  Optional<Generation> fillRaised(GenerationSeries series, Instant now) {
    if (!series.isRaised()) {
      return Optional.empty();
    }
    em.persist(new PendingRebuild(series.getTarget()));
    return Optional.of(write(series, new LineChange(), false, now));
  }

  /** On top of the newest. */
  Generation write(GenerationSeries series, LineChange change, boolean urgent, Instant now) {
    var target = series.getTarget();
    long number = series.next();
    end(target, change, number);
    begin(target, change, number);
    em.flush();
    var state = held.summary(target);
    var generation =
        new Generation(
            target,
            number,
            state.digest(),
            state.count(),
            change.added(),
            change.removed(),
            urgent,
            now);
    em.persist(generation);
    em.flush();
    acts.fire(new GenerationMade(generation));
    return generation;
  }

  private void end(EnforcementTarget target, LineChange change, long number) {
    var some = new ArrayList<String>();
    for (Iterator<LineChange.Entry> all = change.entries().iterator(); all.hasNext(); ) {
      var entry = all.next();
      if (!entry.added()) {
        some.add(target + " " + entry.text());
      }
      if (some.size() == AT_ONCE || (!all.hasNext() && !some.isEmpty())) {
        end(some, number);
        some.clear();
      }
    }
  }

  private void end(List<String> some, long number) {
    int ended =
        em.createQuery(
                "update LineSpan l set l.until = :number, l.held = null where l.held in :held")
            .setParameter("number", number)
            .setParameter("held", some)
            .executeUpdate();
    if (ended != some.size()) {
      throw new IllegalStateException(
          "%d lines of %d end, from %s on".formatted(ended, some.size(), some.get(0)));
    }
  }

  private void begin(EnforcementTarget target, LineChange change, long number) {
    var some = new ArrayList<LineSpan>();
    for (Iterator<LineChange.Entry> all = change.entries().iterator(); all.hasNext(); ) {
      var entry = all.next();
      if (entry.added()) {
        var line = DesiredLine.parse(target, entry.text());
        some.add(new LineSpan(target, line, entry.cause(), number));
        em.persist(some.get(some.size() - 1));
      }
      if (some.size() == AT_ONCE) {
        em.flush();
        some.forEach(em::detach);
        some.clear();
      }
    }
  }

  /**
   * What abuse asks for goes to the points that are held as well (4.13), on top of what they hold,
   * with a number above theirs: where there is none yet one is made, of what it is already.
   */
  Optional<Generation> closeOnHeld(GenerationSeries series, AbuseClosings abuse, Instant now) {
    var changes = holdChanges.of(series.getTarget(), abuse);
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    Optional<Generation> made = Optional.empty();
    if (changes.keySet().stream().anyMatch(hold -> hold.getNumber() >= series.getLast())) {
      made = Optional.of(write(series, new LineChange(), false, now));
    }
    changes.forEach((hold, change) -> hold.recordChange(series.getLast(), change));
    return made;
  }
}
