package nl.poort25.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import nl.poort25.account.Account;
import nl.poort25.account.AccountAct;
import nl.poort25.account.Accounts;
import nl.poort25.audit.Act;
import nl.poort25.audit.Actor;

/** Records a sign-in: the act, the time, the known browser, and the mail about a new one. */
@ApplicationScoped
@Transactional
class SignInRecorder {
  /** The account that is in, and the cookie by which its browser is known from now on. */
  record Entry(Account account, Cookie browser) {}

  @PersistenceContext EntityManager em;
  @Inject Accounts accounts;
  @Inject KnownBrowsers browsers;
  @Inject NewBrowserAlerts places;
  @Inject LoginFailureCounters failures;
  @Inject Actor actor;
  @Inject Event<Act> acts;
  @Inject InstantSource clock;

  /** Empty where the account was locked or changed since it had that stamp. */
  Optional<Entry> write(HttpServletRequest request, long accountId, int stamp) {
    return accounts
        .withStamp(accountId, stamp)
        .map(
            account -> {
              var now = clock.instant();
              actor.actAs(account.getId(), account.getName(), account.isStaff());
              acts.fire(new AccountAct.SignedIn(account));
              var browser = browsers.remember(request, accountId, now);
              if (browser.isNew() && account.getLastLoginAt() != null) {
                places.tell(account, request, now);
              }
              // past the entity: two sign-ins side by side are no conflict
              em.createQuery("update Account a set a.lastLoginAt = :now where a.id = :id")
                  .setParameter("now", now)
                  .setParameter("id", accountId)
                  .executeUpdate();
              failures.forget(now);
              return new Entry(account, browser.cookie());
            });
  }
}
