package nl.poort25.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.poort25.audit.AuditLog;
import nl.poort25.mailservice.MailService;
import nl.poort25.mailservice.MailServices;
import nl.poort25.mailservice.RelayQuestions;
import nl.poort25.mx.MxChecks;
import nl.poort25.registration.Claimants;
import nl.poort25.registration.Registrations;
import nl.poort25.web.Page;
import nl.poort25.web.Text;

/** Gathers what the pages of one domain show. */
@ApplicationScoped
class DomainPages {
  private static final int HISTORY = 15;
  @Inject Registrations registrations;
  @Inject MailServices mailServices;
  @Inject RelayQuestions relays;
  @Inject MxChecks checks;
  @Inject AuditLog log;
  @Inject Claimants claimants;

  /**
   * @param partnerId null for staff, who see every partner's
   */
  @Transactional
  Page show(long id, Long partnerId) {
    var registration = registrations.get(id, partnerId);
    boolean staff = partnerId == null;
    return Page.of("domain/show.html")
        .with("earlier", staff ? claimants.earlier(registration) : List.of())
        .with("refused", staff ? claimants.refused(registration) : List.of())
        .with("most", Claimants.SHOWN)
        .with("domain", registration)
        .with("dns", checks.report(registration))
        .with("base", partnerId == null ? "/backoffice/domains" : "/domains")
        .with("services", mailServices.of(id))
        .with("relays", relays.now(registration))
        .with("eagerUntil", checks.eagerUntil(registration))
        .with("history", log.history("domain", id, HISTORY));
  }

  @Transactional
  Page withdrawal(long id, Long partnerId) {
    var registration = registrations.get(id, partnerId);
    return Page.of("domain/withdrawal.html")
        .with("services", mailServices.of(id).stream().filter(MailService::isOpen).toList())
        .with("domain", registration)
        .with("dns", checks.report(registration))
        .with("sure", Text.of("domain.withdrawal.sure"));
  }
}
