package nl.poort25.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import nl.poort25.account.CurrentUser;
import nl.poort25.account.Scope;
import nl.poort25.audit.AuditLog;
import nl.poort25.domain.CompetingClaims;
import nl.poort25.domain.NextStepViews;
import nl.poort25.domain.Registration;
import nl.poort25.domain.Registrations;
import nl.poort25.list.ListUrl;
import nl.poort25.mailservice.MailService;
import nl.poort25.mailservice.MailServices;
import nl.poort25.mailservice.RelayStatus;
import nl.poort25.mailservice.RelayStatusQueries;
import nl.poort25.mx.DnsReport;
import nl.poort25.mx.OnDemandDnsChecks;
import nl.poort25.text.Text;
import nl.poort25.web.Page;

/** Gathers what the pages of one domain show. */
@ApplicationScoped
class DomainPages {
  private static final int HISTORY = 15;

  /** All parts of the page that rest on the same facts: script replaces them together. */
  private static final String SWAPPED =
      "#dns-said:innerHTML,#page-head,#alerts,#way,#mail-services,#zone-facts,#proof-facts,#history";

  /** So long a page asks by itself; a session that nobody uses is not to go on for ever by it. */
  private static final Duration WATCHED = Duration.ofMinutes(10);

  @Inject Registrations registrations;
  @Inject MailServices mailServices;
  @Inject RelayStatusQueries relays;
  @Inject OnDemandDnsChecks checks;
  @Inject AuditLog log;
  @Inject CompetingClaims claimants;
  @Inject NextStepViews upcoming;
  @Inject ProviderNameServers nameServers;
  @Inject CurrentUser user;
  @Inject InstantSource clock;

  @Transactional
  Page show(long id, DomainArea area) {
    return show(id, area, clock.instant().plus(WATCHED));
  }

  /**
   * @param until until when the page asks whether something has changed
   */
  @Transactional
  Page show(long id, DomainArea area, Instant until) {
    var registration = registrations.get(id, area.scope());
    boolean staff = area.scope().isAll();
    var dns = checks.report(registration);
    var atRelays = relays.now(registration);
    boolean awaited = isAwaited(registration, dns, atRelays) && clock.instant().isBefore(until);
    String stamp = stamp(registration, dns, atRelays);
    var page = Page.of("domain/show.html");
    return (registration.isActive() ? withWay(page, registration, dns, atRelays, staff) : page)
        .with("swapped", SWAPPED)
        .with("stamp", stamp)
        .with(
            "watch",
            awaited
                ? new ListUrl(area.path() + "/" + id + "/mx-checks")
                    .with("seen", stamp)
                    .with("until", until.getEpochSecond())
                    .toString()
                : null)
        .with("claimants", staff ? claimants.of(registration) : null)
        .with("domain", registration)
        .with("may", DomainActs.of(registration.isActive(), user.visitor()))
        .with("dns", dns)
        .with(
            "zone",
            staff && registration.isActive() ? new ZoneView(dns.zone(), nameServers.hosts()) : null)
        .with("base", area.path())
        .with("services", mailServices.of(id))
        .with("relays", atRelays)
        .with("history", log.history("domain", id, HISTORY));
  }

  /**
   * Whether something is to change by itself, without anybody at this page. A look that runs is
   * waited for in its own place.
   */
  private boolean isAwaited(Registration registration, DnsReport dns, RelayStatus atRelays) {
    boolean moving =
        atRelays.getDoing() == RelayStatus.MailHandling.ON_ITS_WAY
            || atRelays.getDoing() == RelayStatus.MailHandling.ENDING;
    return registration.isActive()
        && !dns.running()
        && (moving || checks.eagerUntil(registration) != null);
  }

  /** What tells whether something has changed since. */
  private static String stamp(Registration registration, DnsReport dns, RelayStatus atRelays) {
    return registration.getStatus().getStanding()
        + "-"
        + registration.getStatus().getNextStep()
        + "-"
        + (dns.checkedAt() == null ? 0 : dns.checkedAt().toEpochMilli())
        + "-"
        + atRelays.getDoing();
  }

  /** What leads to mail that arrives, and what is to be done of it now. */
  private Page withWay(
      Page page, Registration registration, DnsReport dns, RelayStatus atRelays, boolean staff) {
    var status = registration.getStatus();
    var facts = DomainProgressFacts.of(registration, dns, atRelays);
    var next = upcoming.of(registration, clock.instant());
    var ttl =
        dns.ttl() == null
            ? Text.of("domain.now.ttl.unknown")
            : Text.of("domain.now.ttl", dns.ttl());
    var seen = Text.of("domain.now.NOTHING." + facts.relays(), atRelays.getReadAt(), ttl);
    var proving = DomainNow.Proving.of(status.getMx(), checks.eagerUntil(registration));
    boolean told = staff || !registration.isDnsByProvider();
    return page.with("progress", DomainProgress.of(facts))
        .with(
            "now",
            staff
                ? DomainNow.forStaff(next, facts.isOnlyRelayMissing() ? seen : null)
                : DomainNow.of(next, seen, proving))
        .with("notRelayed", facts.isOnlyRelayMissing())
        .with("bouncing", BouncingMail.of(status.getMail(), status.getMx(), dns.pointsHere()))
        .with("proofToGive", ProofToGive.of(registration, staff))
        .with("told", told)
        .with(
            "mx",
            dns.verdict() == null
                ? null
                : new MxVerdictView(dns.verdict(), status.isServed(), told, dns.cachedUntil()));
  }

  @Transactional
  Page withdrawal(long id, Scope scope) {
    var registration = registrations.get(id, scope);
    return Page.of("domain/withdrawal.html")
        .with("services", mailServices.of(id).stream().filter(MailService::isOpen).toList())
        .with("domain", registration)
        .with("dns", checks.report(registration))
        .with("sure", Text.of("domain.withdrawal.sure"));
  }
}
