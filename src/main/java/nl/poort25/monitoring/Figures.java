package nl.poort25.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import nl.poort25.account.Scope;
import nl.poort25.domain.DomainCounts;
import nl.poort25.domain.DomainStatus;
import nl.poort25.enforcement.Alarm;
import nl.poort25.enforcement.Alarms;
import nl.poort25.enforcement.EnforcementBacklog;
import nl.poort25.list.BoundedCount;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListUnion;
import nl.poort25.mailservice.MailServiceList;
import nl.poort25.mailservice.MailServiceList.Stage;
import nl.poort25.mx.DueDnsChecks;
import nl.poort25.outbox.Outbox;
import nl.poort25.ticket.QueueView;
import nl.poort25.ticket.TicketList;

/** Reads all figures at once. */
@ApplicationScoped
@Transactional
class Figures {
  private static final Map<QueueView, Figure> VIEWS =
      Map.of(
          QueueView.LATE, Figure.TICKETS_LATE,
          QueueView.TODAY, Figure.TICKETS_DUE_TODAY,
          QueueView.UNANSWERED, Figure.TICKETS_UNANSWERED);

  /** No account's: the views here are nobody's own. */
  private static final long NOBODY = 0;

  @PersistenceContext EntityManager em;
  @Inject Outbox outbox;
  @Inject EnforcementBacklog backlog;
  @Inject Alarms alarms;
  @Inject InstantSource clock;

  /**
   * What was read.
   *
   * @param alarms how many of each kind stand, also where none does
   * @param oldestChange as {@link EnforcementBacklog#oldest}
   */
  record Read(
      Map<Figure, Double> numbers, Map<Alarm.Kind, Integer> alarms, OptionalLong oldestChange) {}

  Read read() {
    var now = clock.instant();
    var lists = new ListUnion<Figure>();
    TicketList.counted(VIEWS.keySet(), NOBODY, now)
        .forEach((view, query) -> lists.add(VIEWS.get(view), query));
    lists.add(Figure.ORDERS_WAITING, MailServiceList.waiting(Stage.WAITING));
    lists.add(Figure.DOMAINS_MX_WRONG, DomainCounts.standing(Scope.ALL, DomainStatus.MX_WRONG));
    lists.add(Figure.DOMAINS_BOUNCING, DomainCounts.standing(Scope.ALL, DomainStatus.BOUNCES));
    lists.add(Figure.NAMES_DUE, DueDnsChecks.counted(now));
    lists.add(Figure.MAILS_WAITING, Outbox.waiting());
    lists.add(Figure.MAILS_GIVEN_UP, Outbox.givenUp());
    var numbers = new EnumMap<Figure, Double>(Figure.class);
    lists.count(em, ListPage.COUNTED).forEach((figure, count) -> numbers.put(figure, of(count)));
    numbers.put(
        Figure.MAILS_OLDEST_WAITING_SECONDS,
        outbox.oldestWaiting().map(since -> seconds(Duration.between(since, now))).orElse(0d));
    return new Read(numbers, standing(), backlog.oldest());
  }

  private Map<Alarm.Kind, Integer> standing() {
    var kinds = new EnumMap<Alarm.Kind, Integer>(Alarm.Kind.class);
    List.of(Alarm.Kind.values()).forEach(kind -> kinds.put(kind, 0));
    alarms.current().forEach(alarm -> kinds.merge(alarm.getKind(), 1, Integer::sum));
    return kinds;
  }

  private static double of(BoundedCount count) {
    return count.isMore() ? count.number() + 1 : count.number();
  }

  static double seconds(Duration duration) {
    return Math.max(0, duration.toMillis() / 1000d);
  }
}
