package nl.poort25.mailservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import nl.poort25.account.Account;
import nl.poort25.account.Accounts;
import nl.poort25.domain.NextStepViews;
import nl.poort25.mailservice.MailServiceAct.MailServiceActivated;
import nl.poort25.mailservice.MailServiceAct.MailServiceRefused;
import nl.poort25.mailservice.MailServiceAct.MailServiceStopped;
import nl.poort25.outbox.Outbox;
import nl.poort25.text.Languages;
import nl.poort25.text.LocalizedTexts;
import nl.poort25.text.Texts;

/** Mails whoever ordered a service what staff decided. */
@ApplicationScoped
class MailServiceNotifications {
  @Inject Outbox outbox;
  @Inject Accounts accounts;
  @Inject NextStepViews upcoming;
  @Inject Texts texts;
  @Inject InstantSource clock;

  void activated(@Observes MailServiceActivated act) {
    if (act.isChange()) {
      tell(act.service(), "mailservice-changed", Map.of());
    } else {
      tell(act.service(), "mailservice-activated", language -> Map.of("next", next(act, language)));
    }
  }

  /** What comes next for the name. */
  private String next(MailServiceActivated act, Locale language) {
    var now = clock.instant();
    var next = upcoming.of(act.service().getRegistration(), now);
    return new LocalizedTexts(texts, language, now).lasting(next.text());
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
    tell(service, template, language -> more);
  }

  /**
   * @param more what stands in it besides, in a language
   */
  private void tell(
      MailService service, String template, Function<Locale, Map<String, String>> more) {
    for (var account : readers(service)) {
      var arguments = new HashMap<>(more.apply(Languages.of(account.getLanguage())));
      arguments.put("service", service.getKind().getTitle());
      arguments.put("domain", service.getRegistration().getUnicodeName());
      arguments.put("number", String.valueOf(service.getId()));
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
