package nl.poort25.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import nl.poort25.audit.AnchorMade;
import nl.poort25.outbox.Outbox;

/** Sends each anchor of the audit log to the auditors; where there are none, to administrators. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class AnchorNotifications {
  @Inject Accounts accounts;
  @Inject Outbox outbox;

  void write(@Observes AnchorMade made) {
    var readers = accounts.activeStaffWithRole(Role.AUDITOR);
    for (var reader :
        readers.isEmpty() ? accounts.activeStaffWithRole(Role.ADMINISTRATOR) : readers) {
      outbox.write(
          reader.getEmail(),
          reader.getLanguage(),
          "log-anchor",
          Map.of(
              "name",
              reader.getName(),
              "position",
              Long.toString(made.anchor().getPosition()),
              "line",
              made.anchor().line()));
    }
  }
}
