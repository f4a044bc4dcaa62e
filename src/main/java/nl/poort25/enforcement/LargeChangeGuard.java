package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import nl.poort25.account.Account;
import nl.poort25.audit.Act;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.web.Conflict;

/**
 * Holds back a change that is larger than the settings allow (lines and percentage) until the
 * network role has confirmed it, so that a fault in the portal or its data cannot open or close a
 * whole network.
 */
@ApplicationScoped
@Transactional
class LargeChangeGuard {
  @PersistenceContext EntityManager em;
  @Inject Settings settings;
  @Inject Alarms alarms;
  @Inject Event<Act> acts;

  /**
   * Whether it may go out now. What may not is kept, to be confirmed; what was confirmed goes out
   * just as it was seen.
   */
  boolean tryRelease(EnforcementTarget target, ProposedChange change, Instant now) {
    var waiting = waiting(target);
    if (waiting.isPresent() && waiting.get().isConfirmedFor(change.digest())) {
      clear(target, now);
      return true;
    }
    if (!change.isLarge(
        settings.number(Setting.GUARD_LINES), settings.number(Setting.GUARD_PERCENT))) {
      clear(target, now);
      return true;
    }
    if (waiting.isEmpty() || !waiting.get().isThat(change.digest())) {
      waiting.ifPresent(LargeChange::end);
      em.flush(); // the one before makes room in the index that keeps it single
      var held = new LargeChange(target, change, now);
      em.persist(held);
      acts.fire(new LargeChangeAct.ChangeHeldBack(held));
      alarms.raise(
          Alarm.Kind.HELD_BACK,
          target.name(),
          "+%d -%d".formatted(held.getAdded(), held.getRemoved()),
          now);
    }
    return false;
  }

  void clear(EnforcementTarget target, Instant now) {
    waiting(target).ifPresent(LargeChange::end);
    alarms.end(Alarm.Kind.HELD_BACK, target.name(), now);
  }

  Optional<LargeChange> waiting(EnforcementTarget target) {
    return em.createQuery(
            "select c from LargeChange c left join fetch c.confirmedBy where c.openFor = :target",
            LargeChange.class)
        .setParameter("target", target)
        .getResultStream()
        .findFirst();
  }

  /** Whether a change is held back that the network role has not confirmed yet. */
  boolean isWaiting(EnforcementTarget target) {
    return waiting(target).filter(change -> change.getConfirmedBy() == null).isPresent();
  }

  /** The network role has seen it, and lets it go out. */
  void confirm(EnforcementTarget target, long id, String note, long by, Instant now) {
    var change =
        waiting(target)
            .filter(c -> c.getId() == id)
            .orElseThrow(() -> new Conflict("change " + id + " is over"));
    change.confirm(em.getReference(Account.class, by), note, now);
    acts.fire(new LargeChangeAct.HeldBackConfirmed(change));
  }
}
