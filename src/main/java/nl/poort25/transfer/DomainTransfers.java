package nl.poort25.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.poort25.abuse.OpenCaseQueries;
import nl.poort25.account.Partner;
import nl.poort25.account.Partners;
import nl.poort25.account.Scope;
import nl.poort25.domain.Registration;
import nl.poort25.domain.RegistrationTransfers;
import nl.poort25.domain.Registrations;
import nl.poort25.imports.FileImports;
import nl.poort25.mailservice.MailService;
import nl.poort25.mailservice.MailServiceTransfer;
import nl.poort25.mailservice.MailServiceTransfer.NewDestination;
import nl.poort25.policy.Verdict;
import nl.poort25.web.Conflict;

/** Gives a name to another partner, with those that go with it and their mail (3.4, 3.5). */
@ApplicationScoped
@Transactional
class DomainTransfers {
  /** Names at once; each is locked, and its services go along. */
  static final int MOST = 100;

  @Inject Registrations registrations;
  @Inject RegistrationTransfers transfers;
  @Inject MailServiceTransfer handover;
  @Inject OpenCaseQueries abuse;
  @Inject Partners partners;

  /**
   * What a transfer would take along, as staff sees it before.
   *
   * @param names that go together, the one that was asked for among them
   * @param services that are active or ordered
   */
  record TransferPreview(Registration asked, List<Registration> names, List<MailService> services) {
    /** Those that go along. */
    List<MailService> active() {
      return services.stream().filter(MailService::isActive).toList();
    }

    /** Another one means that somebody was here since; a look at the DNS makes no other. */
    String digest() {
      return FileImports.digest(
          Stream.concat(
              names.stream().map(r -> String.valueOf(r.getId())),
              services.stream().map(s -> s.getId() + ":" + s.getVersion())));
    }
  }

  /**
   * What staff has decided.
   *
   * @param customer of the new partner; null for none
   * @param note the proof that was seen
   * @param elsewhere of each service that shall deliver elsewhere, where
   * @param seen the digest of what was shown
   */
  record TransferRequest(
      long partnerId,
      String customer,
      String note,
      Map<Long, NewDestination> elsewhere,
      String seen) {}

  TransferPreview preview(long id) {
    var asked = registrations.get(id, Scope.ALL);
    if (!asked.isActive()) {
      throw new Conflict("registration " + id + " has ended");
    }
    return preview(asked);
  }

  private TransferPreview preview(Registration asked) {
    var names = transfers.together(asked, MOST + 1);
    return new TransferPreview(asked, names, handover.openServices(names));
  }

  /**
   * All of it, or nothing.
   *
   * @return the registration that took the place of that one; the verdict, where it does not hold
   */
  Done transfer(long id, TransferRequest decision, Instant now) {
    var asked = registrations.get(id, Scope.ALL);
    transfers.lock(asked, MOST + 1);
    if (!asked.isActive() || asked.getPartner().getId() == decision.partnerId()) {
      throw new Conflict("registration " + id + " is no longer that partner's");
    }
    var preview = preview(asked);
    if (!preview.digest().equals(decision.seen())) {
      throw new Conflict("registration " + id + " has changed since it was shown");
    }
    var to = partners.lock(decision.partnerId());
    if (to.isLocked()) {
      throw new Conflict("partner " + to.getId() + " is locked");
    }
    var verdict = judge(preview, to);
    if (!verdict.holds()) {
      return new Done(null, verdict);
    }
    for (var service : preview.active()) {
      if (decision.elsewhere().containsKey(service.getId())) {
        verdict = handover.judge(service, preview.active(), decision.elsewhere());
        if (!verdict.holds()) {
          return new Done(null, verdict);
        }
      }
    }
    Registration there = null;
    for (var one : preview.names()) {
      var taken = transfers.transfer(one, to, decision.customer(), decision.note(), now);
      handover.handOver(one, taken, decision.elsewhere(), now);
      there = one.equals(asked) ? taken : there;
    }
    return new Done(there, verdict);
  }

  /** Either a registration or a verdict that does not hold. */
  record Done(Registration registration, Verdict verdict) {}

  private Verdict judge(TransferPreview preview, Partner to) {
    long from = preview.asked().getPartner().getId();
    var open = abuse.open(List.of(from, to.getId()), List.of());
    var investigated =
        Stream.of(from, to.getId()).flatMap(one -> open.numbers(one, List.of()).stream()).toList();
    return Verdict.of(
        TransferRule.values(), new TransferRuleFacts(investigated, preview.names().size(), MOST));
  }
}
