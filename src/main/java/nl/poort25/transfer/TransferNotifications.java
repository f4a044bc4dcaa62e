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
import nl.poort25.outbox.Outbox;

/** Tells both partners that a name was transferred, and neither who the other is. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class TransferNotifications {
  @Inject Accounts accounts;
  @Inject Outbox outbox;

  void gone(@Observes DomainTransferred act) {
    tell(act, "domain-transferred", Map.of("domain", act.registration().getUnicodeName()));
  }

  void come(@Observes DomainReceived act) {
    tell(
        act,
        "domain-received",
        Map.of(
            "domain",
            act.registration().getUnicodeName(),
            "number",
            String.valueOf(act.registration().getId())));
  }

  private void tell(DomainAct act, String template, Map<String, String> arguments) {
    accounts
        .administratorsOf(act.registration().getPartner())
        .forEach(to -> outbox.write(to.getEmail(), to.getLanguage(), template, arguments));
  }
}
