package nl.poort25.takeover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import nl.poort25.account.Customers;
import nl.poort25.audit.Act;
import nl.poort25.domain.NameLocks;
import nl.poort25.domain.RegistrationCandidate;
import nl.poort25.domain.Registrations;
import nl.poort25.imports.FileImport;
import nl.poort25.imports.FileImports;
import nl.poort25.mailservice.MailServiceTakeover;
import nl.poort25.takeover.DomainFile.Entry;
import nl.poort25.takeover.DomainFileCheck.Judged;
import nl.poort25.web.Conflict;

/** Takes over names and mail services that there were before the portal knew of them. */
@ApplicationScoped
@Transactional
public class DomainImports {
  static final EnumSet<FileImport.Kind> KINDS = EnumSet.of(FileImport.Kind.DOMAINS);

  @Inject FileImports imports;
  @Inject DomainFileCheck judge;
  @Inject Customers customers;
  @Inject NameLocks locks;
  @Inject Registrations registrations;
  @Inject MailServiceTakeover services;
  @Inject Event<Act> acts;

  public DomainImportPreview outlook(String text, Instant now) {
    return DomainImportPreview.of(judge.judge(DomainFile.read(text), now));
  }

  /** Names of the file that are another partner's: that they were asked for is kept (3.5). */
  void recordRefused(String text, Instant now) {
    judge.recordRefused(DomainFile.read(text), now);
  }

  /**
   * All of it, or nothing.
   *
   * @param digest of the outlook that was shown
   * @param proof what staff has seen that proves control of all these names (3.5); null for nothing
   * @return how many names there are in it
   * @throws Conflict if something else would come of it by now
   */
  public int apply(long id, String digest, String proof, Instant now) {
    var upload = imports.get(id, KINDS);
    var file = DomainFile.read(upload.getContent());
    locks.lock(file.entries().stream().map(Entry::name).toList());
    var outcome = judge.judge(file, now);
    var outlook = DomainImportPreview.of(outcome);
    if (upload.isApplied() || !outcome.faults().isEmpty() || !outlook.digest().equals(digest)) {
      throw new Conflict("import " + id + " would not take over what was shown");
    }
    var customers =
        this.customers.named(
            outcome.lines().stream().map(Judged::partner).toList(),
            outcome.lines().stream().map(line -> line.entry().asked().customer()).toList());
    var registrations = new HashMap<>(outcome.known());
    for (var line : outcome.registrations()) {
      var asked = line.entry().asked();
      var claim = RegistrationCandidate.uploaded(line.partner().getId(), asked);
      var customer = customers.findOrMake(line.partner(), asked.customer());
      var registration = this.registrations.register(claim, line.partner(), customer, now);
      if (proof != null) {
        acts.fire(registration.recordStaffProof(proof, now));
      }
      registrations.put(asked.name().toString(), registration);
    }
    for (var line : outcome.lines()) {
      if (line.service() != null) {
        services.takeOver(registrations.get(line.entry().name().toString()), line.service(), now);
      }
    }
    acts.fire(upload.apply(registrations.size(), 0, now));
    return registrations.size();
  }
}
