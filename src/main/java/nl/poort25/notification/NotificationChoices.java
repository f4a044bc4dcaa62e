package nl.poort25.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.poort25.account.Account;
import nl.poort25.account.Accounts;
import nl.poort25.audit.Act;

/** How accounts want to be told. */
@ApplicationScoped
@Transactional
public class NotificationChoices {
  @PersistenceContext EntityManager em;
  @Inject Accounts accounts;
  @Inject Event<Act> acts;

  /** How it is told of each kind that is for its roles. */
  Map<NotificationKind, NotificationWay> of(Account account) {
    var chosen =
        rows(account.getId()).stream()
            .collect(Collectors.toMap(NotificationChoice::getKind, NotificationChoice::getWay));
    var ways = new EnumMap<NotificationKind, NotificationWay>(NotificationKind.class);
    for (var kind : NotificationKind.of(account.getRoles())) {
      ways.put(kind, chosen.getOrDefault(kind, kind.getUsual()));
    }
    return ways;
  }

  NotificationWay of(Account account, NotificationKind kind) {
    return em.createQuery(
            "select c.way from NotificationChoice c where c.accountId = :account and c.kind = :kind",
            NotificationWay.class)
        .setParameter("account", account.getId())
        .setParameter("kind", kind)
        .getResultStream()
        .findFirst()
        .orElse(kind.getUsual());
  }

  /** Takes what it chose; a kind that is not for its roles is left out. */
  @Transactional(TxType.MANDATORY)
  void choose(long accountId, Map<NotificationKind, NotificationWay> wanted) {
    var account = accounts.locked(accountId); // two tabs: one after the other
    var before = of(account);
    var rows =
        rows(accountId).stream()
            .collect(Collectors.toMap(NotificationChoice::getKind, Function.identity()));
    var after = new EnumMap<>(before);
    wanted.forEach(
        (kind, way) -> {
          if (before.containsKey(kind)) {
            after.put(kind, way);
            if (rows.containsKey(kind)) {
              rows.get(kind).setWay(way);
            } else if (way != kind.getUsual()) {
              em.persist(new NotificationChoice(accountId, kind, way));
            }
          }
        });
    if (!after.equals(before)) {
      acts.fire(new NotificationAct.NotificationsChosen(account, before, after));
    }
  }

  private List<NotificationChoice> rows(long accountId) {
    return em.createQuery(
            "select c from NotificationChoice c where c.accountId = :account",
            NotificationChoice.class)
        .setParameter("account", accountId)
        .getResultList();
  }
}
