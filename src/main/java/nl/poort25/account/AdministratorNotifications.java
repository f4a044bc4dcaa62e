package nl.poort25.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import nl.poort25.audit.Actor;
import nl.poort25.outbox.Outbox;

/**
 * Tells the other administrators what one of them has done to an account of staff: who has the
 * session of one could otherwise make himself a second person, and confirm what he proposed.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class AdministratorNotifications {
  @Inject Accounts accounts;
  @Inject Outbox outbox;
  @Inject Actor actor;

  void invited(@Observes AccountAct.AccountInvited act) {
    tell(act, "staff-invited");
  }

  void rolesChanged(@Observes AccountAct.RolesChanged act) {
    tell(act, "staff-roles");
  }

  void secondFactorReset(@Observes AccountAct.SecondFactorReset act) {
    tell(act, "staff-factor-reset");
  }

  private void tell(AccountAct act, String template) {
    var about = act.account();
    if (!about.isStaff()) {
      return;
    }
    for (var other : accounts.activeStaffWithRole(Role.ADMINISTRATOR)) {
      if (!other.getId().equals(actor.id()) && !other.getId().equals(about.getId())) {
        outbox.write(
            other.getEmail(),
            other.getLanguage(),
            template,
            Map.of(
                "name",
                other.getName(),
                "who",
                actor.name(),
                "account",
                about.getName() + " <" + about.getEmail() + ">"));
      }
    }
  }
}
