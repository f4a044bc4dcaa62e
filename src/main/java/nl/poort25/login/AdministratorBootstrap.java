package nl.poort25.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import nl.poort25.account.Account;
import nl.poort25.account.AccountAct;
import nl.poort25.account.Accounts;
import nl.poort25.account.LinkPurpose;
import nl.poort25.account.PersonalLinks;
import nl.poort25.account.Role;
import nl.poort25.audit.Act;
import nl.poort25.audit.Actor;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/**
 * Lets the first administrator in: while no account can act as one, each start logs a new link for
 * whoever runs the portal, so that there is no default password. The demo has its own accounts.
 */
@ApplicationScoped
@Transactional
class AdministratorBootstrap {
  private static final Logger LOG = System.getLogger(AdministratorBootstrap.class.getName());

  @PersistenceContext EntityManager em;
  @Inject PersonalLinks links;
  @Inject Accounts accounts;
  @Inject Settings settings;
  @Inject InstantSource clock;
  @Inject Actor actor;
  @Inject Event<Act> acts;

  void offer(@Observes Startup event) {
    links.dropAll(null);
    if (!settings.flag(Setting.DEMO) && missing()) {
      LOG.log(
          Level.WARNING,
          "There is no administrator yet. Make the first one within {0} hours, once, at {1}",
          LinkPurpose.FIRST_ADMINISTRATOR.validFor(settings).toHours(),
          links.create(null, LinkPurpose.FIRST_ADMINISTRATOR));
    }
  }

  private boolean missing() {
    return accounts.activeStaffWithRole(Role.ADMINISTRATOR).isEmpty();
  }

  /** Empty where the link is no good, or somebody else has been made administrator meanwhile. */
  Optional<Account> make(String token, String name, String email, String language, String hash) {
    if (!links.useForFirst(token) || !missing()) {
      return Optional.empty();
    }
    var account =
        new Account(null, email, name, EnumSet.of(Role.ADMINISTRATOR), language, clock.instant());
    account.setPassword(hash);
    em.persist(account);
    actor.actAs(account.getId(), name, true);
    acts.fire(new AccountAct.FirstAdministratorMade(account));
    return Optional.of(account);
  }
}
