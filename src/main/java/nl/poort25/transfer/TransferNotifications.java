package nl.poort25.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import nl.poort25.account.Accounts;
import nl.poort25.domain.DomainAct;
import nl.poort25.domain.DomainAct.DomainReceived;
import nl.poort25.domain.DomainAct.DomainTransferred;
import nl.poort25.notification.NotificationKind;
import nl.poort25.notification.Notifications;

/** Tells both partners that a name was transferred, and neither who the other is. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class TransferNotifications {
  @Inject Accounts accounts;
  @Inject Notifications notifications;

  void gone(@Observes DomainTransferred act) {
    // he sees the name no more
    tell(act, "/domains", "domain-transferred", Map.of("domain", name(act)));
  }

  void come(@Observes DomainReceived act) {
    String number = String.valueOf(act.registration().getId());
    tell(
        act,
        "/domains/" + number,
        "domain-received",
        Map.of("domain", name(act), "number", number));
  }

  private static String name(DomainAct act) {
    return act.registration().getUnicodeName();
  }

  private void tell(DomainAct act, String path, String template, Map<String, String> arguments) {
    for (var to : accounts.administratorsOf(act.registration().getPartner())) {
      notifications.tell(to, NotificationKind.DOMAIN, path, template, arguments);
    }
  }
}
