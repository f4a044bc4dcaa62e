package nl.poort25.mailservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import nl.poort25.outbox.Outbox;

/** Tells whoever ordered a service what staff decided. */
@ApplicationScoped
class Notices {
  @Inject Outbox outbox;

  void activated(@Observes MailServiceActivated act) {
    tell(act.service(), act.isChange() ? "mailservice-changed" : "mailservice-activated", Map.of());
  }

  void refused(@Observes MailServiceRefused act) {
    tell(
        act.service(),
        act.isChange() ? "mailservice-change-refused" : "mailservice-refused",
        Map.of("reason", act.service().getReason()));
  }

  private void tell(MailService service, String template, Map<String, String> more) {
    var account = service.getAcknowledgement().by();
    if (account.isLocked()) {
      return; // somebody who left: what he ordered is no longer his to know
    }
    var arguments = new HashMap<>(more);
    arguments.put("service", service.getKind().getTitle());
    arguments.put("domain", service.getRegistration().getUnicodeName());
    arguments.put("number", String.valueOf(service.getId()));
    outbox.write(account.getEmail(), account.getLanguage(), template, arguments);
  }
}
