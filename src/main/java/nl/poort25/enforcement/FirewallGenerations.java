package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EnforcementTarget;

/** Makes the generations of the firewalls, one after the other; each from all that was decided. */
@ApplicationScoped
@Transactional
public class FirewallGenerations {
  private static final EnforcementTarget TARGET = EnforcementTarget.FIREWALL;
  private static final String OF_TARGET =
      "select l.text, l.cause, l.causeId from LineSpan l where l.target = :target";

  @PersistenceContext EntityManager em;
  @Inject DesiredStates desired;
  @Inject LargeChangeGuard guard;
  @Inject GenerationWriter writer;
  @Inject PendingRebuilds rebuilds;
  @Inject Alarms alarms;

  /**
   * Makes the generation that what was decided asks for, if it asks for another than the last.
   *
   * @throws UnauthorisedState if that would do what nobody decided; then none is made
   */
  @ActivateRequestContext // the log asks who acts: here the portal itself
  Optional<Generation> renew(Instant now) {
    var series = writer.lock(TARGET);
    var raised = writer.fillRaised(series, now);
    if (raised.isPresent()) {
      return raised;
    }
    var wanted = desired.firewall();
    var made = renew(series, wanted, held(), now);
    return writer.closeOnHeld(series, wanted.abuse(), now).or(() -> made);
  }

  private Optional<Generation> renew(
      GenerationSeries series,
      DesiredStates.Wanted wanted,
      SortedMap<DesiredLine, Cause> lines,
      Instant now) {
    var after = wanted.lines().keySet();
    if (lines.keySet().equals(after)) {
      guard.clear(TARGET, now);
      return Optional.empty();
    }
    // just what abuse asks for waits for nothing (4.13), and takes nothing else along
    var closed = wanted.abuse().applyTo(lines);
    if (closed.keySet().equals(lines.keySet())) {
      return guard.tryRelease(TARGET, ProposedChange.between(lines.keySet(), after), now)
          ? Optional.of(make(series, lines, wanted.lines(), false, now))
          : Optional.empty();
    }
    // on top of what every point may have, not of what the canaries have still to show
    var base = series.isReleased() ? lines : held(series.getReleased());
    var made = make(series, lines, wanted.abuse().applyTo(base), true, now);
    boolean all =
        closed.keySet().equals(after)
            || guard.tryRelease(TARGET, ProposedChange.between(closed.keySet(), after), now);
    // the canaries keep what they have shown, or have still to show
    var next = all ? wanted.lines() : closed;
    var urgent = held();
    return Optional.of(
        urgent.keySet().equals(next.keySet()) ? made : make(series, urgent, next, false, now));
  }

  /**
   * From the last generation to what was decided: what waits where the guard holds it back.
   *
   * @throws UnauthorisedState if that would do what nobody decided
   */
  LineChange waiting() {
    return LineChange.between(held(), desired.firewall().lines());
  }

  /**
   * Whatever is otherwise than was decided, though nothing told so, is made anew, and people are
   * told.
   */
  @ActivateRequestContext
  void compare(Instant now) {
    if (waiting().isNone()) {
      alarms.end(Alarm.Kind.MISSED, TARGET.name(), now);
      return;
    }
    writer.lock(TARGET);
    // what was decided is read before its marks, and so cannot be without them
    var found = waiting();
    if (!found.isNone() && guard.waiting(TARGET).isEmpty() && rebuilds.waiting(TARGET).isEmpty()) {
      rebuilds.note(); // also for the relays: whoever is denied there is compared nowhere else
      alarms.raise(Alarm.Kind.MISSED, TARGET.name(), found.sample(), now);
    }
  }

  private Generation make(
      GenerationSeries series,
      SortedMap<DesiredLine, Cause> held,
      SortedMap<DesiredLine, Cause> lines,
      boolean urgent,
      Instant now) {
    return writer.write(series, LineChange.between(held, lines), urgent, now);
  }

  private SortedMap<DesiredLine, Cause> held() {
    return byLine(em.createQuery(OF_TARGET + " and l.until is null", Object[].class));
  }

  private SortedMap<DesiredLine, Cause> held(long number) {
    return byLine(
        em.createQuery(OF_TARGET + " and " + LineSpan.STANDS, Object[].class)
            .setParameter("number", number));
  }

  // no entities: there may be a hundred thousand, and one of them ends
  private static SortedMap<DesiredLine, Cause> byLine(TypedQuery<Object[]> query) {
    var held = new TreeMap<DesiredLine, Cause>();
    query
        .setParameter("target", TARGET)
        .getResultList()
        .forEach(
            row ->
                held.put(
                    DesiredLine.parse(TARGET, (String) row[0]),
                    new Cause((Cause.Kind) row[1], (Long) row[2])));
    return held;
  }
}
