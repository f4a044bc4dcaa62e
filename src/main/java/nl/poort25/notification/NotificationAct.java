package nl.poort25.notification;

import java.util.Map;
import java.util.TreeMap;
import nl.poort25.account.Account;
import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/** The audit acts on how an account is told. */
public sealed interface NotificationAct extends Act {
  Account account();

  @Override
  default Subject subject() {
    return new Subject("account", account().getId(), account().getEmail());
  }

  @Override
  default Long partnerId() {
    return account().isStaff() ? null : account().getPartner().getId();
  }

  record NotificationsChosen(
      Account account,
      Map<NotificationKind, NotificationWay> was,
      Map<NotificationKind, NotificationWay> is)
      implements NotificationAct {
    public NotificationsChosen {
      was = Map.copyOf(was);
      is = Map.copyOf(is);
    }

    @Override
    public Map<String, String> before() {
      return Map.of("ways", changed(was, is));
    }

    @Override
    public Map<String, String> after() {
      return Map.of("ways", changed(is, was));
    }

    private static String changed(
        Map<NotificationKind, NotificationWay> of, Map<NotificationKind, NotificationWay> other) {
      var changed = new TreeMap<>(of);
      changed.entrySet().removeIf(one -> one.getValue() == other.get(one.getKey()));
      return changed.toString();
    }
  }
}
