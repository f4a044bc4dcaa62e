package nl.poort25.account;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import nl.poort25.audit.Act;
import nl.poort25.audit.Actor;
import nl.poort25.outbox.Outbox;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/** The mails that let an account choose its first or another password. */
@ApplicationScoped
@ManagedExecutorDefinition(name = ResetMails.EXECUTOR, maxAsync = 2)
public class ResetMails {
  // apart from everything else: the answer to whoever asks must not tell how busy that is
  static final String EXECUTOR = "java:app/concurrent/reset-mails";
  private static final Logger LOG = System.getLogger(ResetMails.class.getName());

  @Resource(lookup = EXECUTOR)
  ManagedExecutorService executor;

  @Inject ResetMails transactional;
  @Inject Accounts accounts;
  @Inject Outbox outbox;
  @Inject Settings settings;
  @Inject Actor actor;
  @Inject Event<Act> acts;

  /** After the answer, so that its time does not tell whether there is such an account. */
  public void writeSoon(String email, String address) {
    executor.execute(
        () -> {
          try {
            transactional.write(email, address);
          } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a mail to reset a password was not written", e);
          }
        });
  }

  @ActivateRequestContext
  @Transactional
  void write(String email, String address) {
    var account = accounts.byEmail(email).filter(a -> !Accounts.isLockedOut(a)).orElse(null);
    if (account == null) {
      return;
    }
    actor.setAddress(address);
    acts.fire(new AccountAct.PasswordResetAsked(account));
    send(account, account.isInvited() ? LinkPurpose.INVITATION : LinkPurpose.PASSWORD_RESET);
  }

  /** In the caller's transaction. */
  void send(Account account, LinkPurpose purpose) {
    String organisation =
        account.isStaff() ? settings.text(Setting.PROVIDER_NAME) : account.getPartner().getName();
    outbox.writeWithLink(
        account.getEmail(),
        account.getLanguage(),
        purpose == LinkPurpose.INVITATION ? "invitation" : "password-reset",
        Map.of("name", account.getName(), "organisation", organisation),
        purpose.name(),
        account.getId());
  }
}
