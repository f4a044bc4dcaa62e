package nl.poort25.mx;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import nl.poort25.account.Account;
import nl.poort25.account.Accounts;
import nl.poort25.domain.DomainAct;
import nl.poort25.domain.DomainAct.DnsRunBy;
import nl.poort25.domain.DomainAct.ProofEnded;
import nl.poort25.domain.DomainAct.ProofLost;
import nl.poort25.notification.NotificationKind;
import nl.poort25.notification.Notifications;
import nl.poort25.text.Languages;
import nl.poort25.text.LocalizedTexts;
import nl.poort25.text.Texts;

/**
 * Tells the partner's administrators of a proof of control that is lost, or has ended (3.5), and of
 * who was seen to run the DNS (3.12).
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class ProofNotifications {
  @Inject Accounts accounts;
  @Inject Notifications notifications;
  @Inject Texts texts;
  @Inject InstantSource clock;

  void lost(@Observes ProofLost act) {
    for (var administrator : accounts.administratorsOf(act.registration().getPartner())) {
      var language = Languages.of(administrator.getLanguage());
      String end = new LocalizedTexts(texts, language, clock.instant()).exact(act.endsAt());
      tell(administrator, "mx-proof-lost", act, Map.of("end", end));
    }
  }

  void ended(@Observes ProofEnded act) {
    accounts
        .administratorsOf(act.registration().getPartner())
        .forEach(to -> tell(to, "mx-proof-ended", act, Map.of()));
  }

  /** Where he was said to have nothing to do, he has now; or the other way round. */
  void moved(@Observes DnsRunBy act) {
    String template = act.registration().isDnsByProvider() ? "mx-dns-here" : "mx-dns-elsewhere";
    accounts
        .administratorsOf(act.registration().getPartner())
        .forEach(to -> tell(to, template, act, Map.of()));
  }

  private void tell(Account to, String template, DomainAct act, Map<String, String> more) {
    var registration = act.registration();
    var arguments = new TreeMap<>(more);
    arguments.put("domain", registration.getUnicodeName());
    arguments.put("number", String.valueOf(registration.getId()));
    arguments.put("record", DnsChecks.proofRecord(registration).inZoneFile());
    String path = "/domains/" + registration.getId();
    notifications.tell(to, NotificationKind.DOMAIN, path, template, arguments);
  }
}
