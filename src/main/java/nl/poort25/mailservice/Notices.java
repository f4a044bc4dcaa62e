package nl.poort25.mailservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.poort25.account.Account;
import nl.poort25.account.Accounts;
import nl.poort25.outbox.Outbox;

/** Tells whoever ordered a service what staff decided. */
@ApplicationScoped
class Notices {
  @Inject Outbox outbox;
  @Inject Accounts accounts;

  void activated(@Observes MailServiceActivated act) {
    tell(act.service(), act.isChange() ? "mailservice-changed" : "mailservice-activated", Map.of());
  }

  void refused(@Observes MailServiceRefused act) {
    tell(
        act.service(),
        act.isChange() ? "mailservice-change-refused" : "mailservice-refused",
        Map.of("reason", act.service().getReason()));
  }

  void stopped(@Observes MailServiceStopped act) {
    tell(act.service(), "mailservice-stopped", Map.of("reason", act.service().getReason()));
  }

  private void tell(MailService service, String template, Map<String, String> more) {
    var arguments = new HashMap<>(more);
    arguments.put("service", service.getKind().getTitle());
    arguments.put("domain", service.getRegistration().getUnicodeName());
    arguments.put("number", String.valueOf(service.getId()));
    for (var account : readers(service)) {
      outbox.write(account.getEmail(), account.getLanguage(), template, arguments);
    }
  }

  /** Who ordered it; of what was taken over, who looks after the partner's accounts. */
  private List<Account> readers(MailService service) {
    var order = service.getAcknowledgement();
    // of somebody who left: what he ordered is no longer his to know, but his partner's
    return accounts.readers(
        order == null ? null : order.by(), service.getRegistration().getPartner());
  }
}
