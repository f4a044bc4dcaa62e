package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.StateDiff;

/** What abuse asks for of points that are held: nothing else changes on them. */
@ApplicationScoped
@Transactional
class HeldPointAbuseChanges {
  @PersistenceContext EntityManager em;
  @Inject PointHolds holds;
  @Inject Generations generations;

  /** What abuse asks for of the points that are held, as far as that was not asked for before. */
  Map<PointHold, StateDiff<DesiredLine>> of(EnforcementTarget target, AbuseClosings abuse) {
    var changes = new LinkedHashMap<PointHold, StateDiff<DesiredLine>>();
    for (var hold : holds.of(target)) {
      em.refresh(hold, LockModeType.PESSIMISTIC_WRITE);
      hold.getLines()
          .ifPresent(
              held -> {
                var before = new TreeMap<DesiredLine, Cause>();
                held.lines().forEach(line -> before.put(line, Cause.SETTING));
                var after = abuse.applyTo(before, known(hold.getKnownUntil())).keySet();
                var change = StateDiff.between(held.lines(), after);
                if (change.isNone()) {
                  hold.clearNext();
                } else if (!hold.getNext().isSameAs(change)) {
                  changes.put(hold, change);
                }
              });
    }
    return changes;
  }

  /**
   * The blocks that there were at that moment: those went to the point then, and whether they still
   * stand is not known here. What is denied at the relays is what is blocked (4.13).
   */
  private Set<AbuseClosings.KnownBlock> known(Instant moment) {
    if (moment == null) {
      return Set.of();
    }
    return generations
        .at(EnforcementTarget.RELAY, moment)
        .map(
            generation ->
                em.createQuery(
                        "select l.addressKey, l.causeId from LineSpan l"
                            + " where l.target = RELAY and l.cause = ABUSE_CASE and "
                            + LineSpan.STANDS,
                        Object[].class)
                    .setParameter("number", generation.getNumber())
                    .getResultStream()
                    .map(row -> new AbuseClosings.KnownBlock((String) row[0], (Long) row[1]))
                    .collect(Collectors.toSet()))
        .orElseGet(Set::of);
  }
}
