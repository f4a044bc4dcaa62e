package nl.poort25.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.poort25.account.Account;
import nl.poort25.account.AccountAct;
import nl.poort25.audit.Act;
import nl.poort25.audit.AuditLog;
import nl.poort25.outbox.Outbox;
import nl.poort25.text.Languages;
import nl.poort25.text.LocalizedTexts;
import nl.poort25.text.Texts;
import nl.poort25.web.ClientAddress;

/**
 * Mails the owner about a sign-in with a browser that is new for the account, except for the first
 * sign-in ever.
 */
@ApplicationScoped
class NewBrowserAlerts {
  /** In an hour: more would bury what is in the mailbox. The log has them all. */
  private static final int MAILS = 5;

  @Inject AuditLog log;
  @Inject Outbox outbox;
  @Inject Texts texts;
  @Inject ClientAddress client;
  @Inject Event<Act> acts;

  @Transactional(TxType.MANDATORY)
  void tell(Account account, HttpServletRequest request, Instant now) {
    var act = new AccountAct.SignedInAnew(account, BrowserName.of(request.getHeader("User-Agent")));
    boolean many = log.countSince(act, now.minus(Duration.ofHours(1))) >= MAILS;
    acts.fire(act);
    if (many) {
      return;
    }
    var locale = Languages.of(account.getLanguage());
    outbox.write(
        account.getEmail(),
        account.getLanguage(),
        "new-sign-in",
        Map.of(
            "name",
            account.getName(),
            "browser",
            act.browser().isEmpty() ? texts.in(locale, "account.sessions.unknown") : act.browser(),
            "address",
            client.addressOf(request),
            "at",
            new LocalizedTexts(texts, locale, now).moment(now)));
  }
}
