package nl.poort25.takeover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import nl.poort25.account.Customers;
import nl.poort25.audit.Act;
import nl.poort25.domain.NameLocks;
import nl.poort25.domain.NewRegistrations;
import nl.poort25.domain.Registration;
import nl.poort25.domainname.DomainName;
import nl.poort25.imports.CsvImport;
import nl.poort25.imports.FileImport;
import nl.poort25.imports.FileImports;
import nl.poort25.mailservice.MailServiceTakeover;
import nl.poort25.takeover.DomainFile.Entry;
import nl.poort25.takeover.DomainImportPreview.Line;

/** Takes over names and mail services that there were before the portal knew of them. */
@ApplicationScoped
@Transactional
public class DomainImports implements CsvImport {
  /**
   * Neighbours in the indexes come one after the other: written in any order, each name would have
   * the embedded database write a page of each index for itself.
   */
  private static final Comparator<Line> AS_INDEXED =
      Comparator.<Line>comparingLong(line -> line.partner().getId())
          .thenComparing(line -> line.entry().name().toString());

  @Inject FileImports imports;
  @Inject DomainFileCheck check;
  @Inject Customers customers;
  @Inject NameLocks locks;
  @Inject NewRegistrations newRegistrations;
  @Inject MailServiceTakeover services;
  @Inject Event<Act> acts;

  @Override
  public DomainImportPreview preview(String text, Instant now) {
    return check.check(DomainFile.read(text), now);
  }

  /** Names of the file that are another partner's: that they were asked for is kept (3.5). */
  void recordRefused(String text, Instant now) {
    check.recordRefused(DomainFile.read(text), now);
  }

  @Override
  public int apply(long id, String digest, long by, Instant now) {
    return apply(id, digest, null, now);
  }

  /**
   * @param proof what staff has seen that proves control of all these names (3.5); null for nothing
   * @return how many names there are in it
   */
  public int apply(long id, String digest, String proof, Instant now) {
    var upload = imports.get(id, FileImport.Kind.DOMAINS);
    var file = DomainFile.read(upload.getContent());
    locks.lock(file.entries().stream().map(Entry::name).toList());
    var preview = check.check(file, now);
    upload.mustBeAsShown(preview.digest(), digest);
    var held = new HashMap<DomainName, Registration>();
    for (var line : preview.lines()) {
      held.put(line.entry().name(), line.registration());
    }
    register(preview, proof, held, now);
    for (var line : preview.lines().stream().sorted(AS_INDEXED).toList()) {
      if (line.service() != null) {
        services.takeOver(held.get(line.entry().name()), line.service(), now);
      }
    }
    acts.fire(upload.apply(held.size(), 0, now));
    return held.size();
  }

  private void register(
      DomainImportPreview preview, String proof, Map<DomainName, Registration> held, Instant now) {
    var named =
        customers.named(
            preview.lines().stream().map(Line::partner).toList(),
            preview.lines().stream().map(line -> line.entry().asked().customer()).toList());
    for (var line : preview.registrations().stream().sorted(AS_INDEXED).toList()) {
      var customer = named.findOrMake(line.partner(), line.entry().asked().customer());
      held.put(
          line.entry().name(),
          newRegistrations.register(line.candidate(), line.partner(), customer, proof, now));
    }
  }
}
