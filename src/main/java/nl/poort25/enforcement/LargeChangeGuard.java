package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.poort25.account.Account;
import nl.poort25.audit.Act;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.StateDiff;
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
   *
   * @param before the state that it starts from
   */
  boolean tryRelease(
      EnforcementTarget target, Set<DesiredLine> before, Set<DesiredLine> after, Instant now) {
    var change = StateDiff.between(before, after);
    String digest = DesiredLine.digest(DesiredLine.text(after));
    var waiting = waiting(target);
    if (waiting.isPresent() && waiting.get().isConfirmedFor(digest)) {
      clear(target, now);
      return true;
    }
    if (!isLarge(change, before, after)) {
      clear(target, now);
      return true;
    }
    if (waiting.isEmpty() || !waiting.get().leadsTo(digest)) {
      waiting.ifPresent(LargeChange::end);
      em.flush(); // the one before makes room in the index that keeps it single
      var held = new LargeChange(target, digest, change, after.size(), now);
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

  private boolean isLarge(
      StateDiff<DesiredLine> change, Set<DesiredLine> before, Set<DesiredLine> after) {
    return isLarge(
        change,
        before,
        after,
        settings.number(Setting.GUARD_LINES),
        settings.number(Setting.GUARD_PERCENT));
  }

  /**
   * Whether it is of more lines and of a larger share than that, leaves nothing open to anybody,
   * takes the last mail server of the provider away (2.5), or a prefix of it: one line, but all
   * that is behind it opens to everybody. The first state of all is as large as it is.
   */
  static boolean isLarge(
      StateDiff<DesiredLine> change,
      Set<DesiredLine> before,
      Set<DesiredLine> after,
      int lines,
      long percent) {
    if (before.isEmpty()) {
      return false;
    }
    return (change.size() > lines && change.size() * 100L > percent * before.size())
        || losesAll(DesiredLine::admits, before, after)
        || losesAll(DesiredLine::isOwn, before, after)
        || isSomethingExposed(change, after);
  }

  private static boolean isSomethingExposed(StateDiff<DesiredLine> change, Set<DesiredLine> after) {
    var lost = change.removed().stream().map(DesiredLine::protectedPrefix).filter(Objects::nonNull);
    var kept = after.stream().map(DesiredLine::protectedPrefix).filter(Objects::nonNull).toList();
    return lost.anyMatch(prefix -> !prefix.isCoveredBy(kept));
  }

  private static boolean losesAll(
      Predicate<DesiredLine> kind, Set<DesiredLine> before, Set<DesiredLine> after) {
    return before.stream().anyMatch(kind) && after.stream().noneMatch(kind);
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
