package nl.poort25.takeover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.poort25.account.PartnerLookup;
import nl.poort25.account.Partners;
import nl.poort25.domain.NewRegistrations;
import nl.poort25.domain.Registration;
import nl.poort25.domain.RegistrationCandidate;
import nl.poort25.domain.Registrations;
import nl.poort25.imports.CsvFile;
import nl.poort25.imports.LineFault;
import nl.poort25.mailservice.MailServiceTakeover;
import nl.poort25.takeover.DomainFile.Entry;
import nl.poort25.takeover.DomainFile.Fault;
import nl.poort25.takeover.DomainImportPreview.Line;
import nl.poort25.web.MalformedInput;

/**
 * Checks a file of names and mail services against rules and database, in a few queries for the
 * whole file.
 */
@ApplicationScoped
class DomainFileCheck {
  @Inject Partners partners;
  @Inject NewRegistrations newRegistrations;
  @Inject Registrations registrations;
  @Inject MailServiceTakeover services;

  DomainImportPreview check(CsvFile<Entry> file, Instant now) {
    var named = partners.lookup();
    var ofPartners = ofPartners(file, named);
    var entries = ofPartners.entries();
    var faults = new ArrayList<>(ofPartners.faults());
    var known = known(entries, named);
    var verdicts = newRegistrations.judge(candidates(entries, named), now);
    var judged = judgeServices(entries, known).iterator();
    var lines = new ArrayList<Line>();
    for (int i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      var registration = known.get(entry.name().toString());
      var service = entry.kind() == null ? null : judged.next();
      if (registration == null && entry.objection() != null) {
        faults.add(entry.objection());
      } else if (registration == null) {
        verdicts.get(i).violations().forEach(found -> faults.add(LineFault.of(entry, found)));
      }
      if (service == null ? registration != null : service.known()) {
        faults.add(LineFault.of(entry, Fault.KNOWN_DOMAIN));
      }
      lines.add(new Line(entry, named.find(entry.partner()), registration, service));
    }
    faults.sort(Comparator.comparingInt(LineFault::line));
    return new DomainImportPreview(lines, faults);
  }

  private static CsvFile<Entry> ofPartners(CsvFile<Entry> file, PartnerLookup named) {
    return file.without(
        entry ->
            named.find(entry.partner()) == null
                ? LineFault.of(entry, Fault.PARTNER, MalformedInput.toDisplayText(entry.partner()))
                : null);
  }

  /** Those registrations that are the partner's own; another's is for the rules to say. */
  private Map<String, Registration> known(List<Entry> entries, PartnerLookup named) {
    var held = registrations.held(entries.stream().map(Entry::name).toList());
    var known = new HashMap<String, Registration>();
    for (var entry : entries) {
      var registration = held.get(entry.name().toString());
      var partner = named.find(entry.partner());
      if (registration != null && registration.getPartner().getId().equals(partner.getId())) {
        known.put(registration.getName(), registration);
      }
    }
    return known;
  }

  private static List<RegistrationCandidate> candidates(List<Entry> entries, PartnerLookup named) {
    return entries.stream()
        .map(
            entry ->
                RegistrationCandidate.uploaded(named.find(entry.partner()).getId(), entry.asked()))
        .toList();
  }

  /** Of the lines that have one, in their order. */
  private List<MailServiceTakeover.Judged> judgeServices(
      List<Entry> entries, Map<String, Registration> known) {
    return services.judge(
        entries.stream()
            .filter(entry -> entry.kind() != null)
            .map(
                entry ->
                    services.asked(
                        entry.name(),
                        known.get(entry.name().toString()),
                        entry.kind(),
                        entry.delivery()))
            .toList());
  }

  /** Of lines that can be read, and whose partner there is. */
  void recordRefused(CsvFile<Entry> file, Instant now) {
    var named = partners.lookup();
    var entries =
        ofPartners(file, named).entries().stream()
            .filter(entry -> entry.objection() == null)
            .toList();
    newRegistrations.recordRefused(candidates(entries, named), now);
  }
}
