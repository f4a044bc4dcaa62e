package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.poort25.account.Account;
import nl.poort25.account.Accounts;
import nl.poort25.account.Role;
import nl.poort25.audit.Act;
import nl.poort25.list.ListQuery;
import nl.poort25.notification.NotificationKind;
import nl.poort25.notification.Notifications;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.text.Languages;
import nl.poort25.text.Texts;
import nl.poort25.text.Truncation;

/**
 * Raises alarms, with a mail to the network role, and ends them; at most one of a kind is open for
 * the same point, target or round.
 */
@ApplicationScoped
@Transactional
public class Alarms {
  private static final int LONGEST = 1000;

  /** So many at most are told that are over. */
  public static final int PAST = 25;

  @PersistenceContext EntityManager em;
  @Inject Accounts accounts;
  @Inject Notifications notifications;
  @Inject Texts texts;
  @Inject Event<Act> acts;

  /**
   * Raises it unless it is raised already.
   *
   * @param about the name of a point, or that of a target or a round
   * @param detail what was found, in words that need no language; or null
   */
  @ActivateRequestContext // the log asks who acts: here the portal itself
  public void raise(Alarm.Kind kind, String about, String detail, Instant now) {
    if (current(kind, about).isPresent()) {
      return;
    }
    var alarm = new Alarm(kind, about, detail == null ? null : Truncation.to(LONGEST, detail), now);
    em.persist(alarm);
    acts.fire(new AlarmRaised(alarm));
    for (var account : accounts.staffWithRole(Role.NETWORK)) {
      notifications.tell(
          account,
          NotificationKind.ALARM,
          "/backoffice/points",
          kind.mail(about),
          Map.of("point", said(kind, about, account), "detail", detail == null ? "–" : detail));
    }
  }

  private String said(Alarm.Kind kind, String about, Account reader) {
    return kind.isOfRound()
        ? texts.in(Languages.of(reader.getLanguage()), "round." + about)
        : about;
  }

  /** Nothing happens where there is none. */
  public void end(Alarm.Kind kind, String about, Instant now) {
    current(kind, about).ifPresent(alarm -> alarm.end(now));
  }

  private Optional<Alarm> current(Alarm.Kind kind, String about) {
    return em.createQuery("select a from Alarm a where a.held = :held", Alarm.class)
        .setParameter("held", Alarm.key(kind, about))
        .getResultStream()
        .findFirst();
  }

  /** What an alarm of that kind was about at that moment. */
  Set<String> aboutAt(Alarm.Kind kind, Instant moment) {
    return Set.copyOf(
        em.createQuery(
                "select a.about from Alarm a where a.kind = :kind and a.about is not null"
                    + " and a.since <= :moment and (a.endedAt is null or a.endedAt > :moment)",
                String.class)
            .setParameter("kind", kind)
            .setParameter("moment", moment)
            .getResultList());
  }

  /** What is not over, oldest first. */
  public List<Alarm> current() {
    return em.createQuery(
            "select a from Alarm a where a.endedAt is null order by a.id", Alarm.class)
        .getResultList();
  }

  /** Of what is not over, as {@link Alarm#key} makes them. */
  public Set<String> keys() {
    return Set.copyOf(
        em.createQuery("select a.held from Alarm a where a.held is not null", String.class)
            .getResultList());
  }

  /** What is over, the last first. */
  public List<Alarm> past() {
    return em.createQuery(
            "select a from Alarm a where a.endedAt is not null order by a.id desc", Alarm.class)
        .setMaxResults(PAST)
        .getResultList();
  }

  /** Those that stand, in a list for counting. */
  public static ListQuery<?> counted() {
    return ListQuery.ofIds("Alarm a")
        .few()
        .where("a.kind <> HELD_BACK")
        .byText("a.held", a -> null);
  }

  /** The changes that wait because they are large, one or none, in a list for counting. */
  public static ListQuery<?> heldBack(EnforcementTarget target) {
    return ListQuery.ofIds("LargeChange c")
        .fix("c.openFor", target)
        .few()
        .where("c.confirmedAt is null")
        .byNumber("c.id", id -> id);
  }
}
