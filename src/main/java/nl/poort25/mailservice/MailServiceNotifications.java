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
import nl.poort25.mailservice.MailServiceAct.MailServiceChanged;
import nl.poort25.mailservice.MailServiceAct.MailServiceOrdered;
import nl.poort25.mailservice.MailServiceAct.MailServiceRefused;
import nl.poort25.mailservice.MailServiceAct.MailServiceStopped;
import nl.poort25.notification.NotificationKind;
import nl.poort25.notification.Notifications;
import nl.poort25.text.Languages;
import nl.poort25.text.LocalizedTexts;
import nl.poort25.text.Texts;

/** Mails whoever ordered a service what staff decided. */
@ApplicationScoped
class MailServiceNotifications {
  @Inject Notifications notifications;
  @Inject Accounts accounts;
  @Inject NextStepViews upcoming;
  @Inject Texts texts;
  @Inject InstantSource clock;

  void ordered(@Observes MailServiceOrdered act) {
    tellStaff(act.service(), "mailservice-ordered");
  }

  void changed(@Observes MailServiceChanged act) {
    tellStaff(act.service(), "mailservice-change-asked");
  }

  /** What waited for the partner's proof waits for staff now (3.5). */
  void proven(@Observes OrderProven event) {
    tellStaff(event.service(), "mailservice-ordered");
  }

  private void tellStaff(MailService service, String template) {
    if (!service.isToDecide()) {
      return; // it waits for its partner's proof first, or was taken back
    }
    var arguments = new HashMap<String, String>();
    arguments.put("service", service.getKind().getTitle());
    arguments.put("domain", service.getRegistration().getUnicodeName());
    arguments.put("partner", service.getRegistration().getPartner().getName());
    String path = "/backoffice/mail-services/" + service.getId();
    arguments.put("path", path);
    for (var to : accounts.deciders()) {
      notifications.tell(to, NotificationKind.ORDER, path, template, arguments);
    }
  }

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
      String path = "/mail-services/" + service.getId();
      notifications.tell(account, NotificationKind.DECISION, path, template, arguments);
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
