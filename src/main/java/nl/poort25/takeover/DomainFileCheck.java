package nl.poort25.takeover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.poort25.account.Partner;
import nl.poort25.account.Partners;
import nl.poort25.domain.Registration;
import nl.poort25.domain.RegistrationCandidate;
import nl.poort25.domain.Registrations;
import nl.poort25.domainname.DomainName;
import nl.poort25.imports.LineFault;
import nl.poort25.mailservice.MailServiceTakeover;
import nl.poort25.takeover.DomainFile.Entry;
import nl.poort25.takeover.DomainFile.Fault;
import nl.poort25.web.MalformedInput;

/**
 * Checks a file of names and mail services against rules and database, in a few queries for the
 * whole file.
 */
@ApplicationScoped
class DomainFileCheck {
  @Inject Partners partners;
  @Inject Registrations registrations;
  @Inject MailServiceTakeover services;

  /**
   * @param service null where the line has none
   */
  record Judged(Entry entry, Partner partner, MailServiceTakeover.Judged service) {}

  /**
   * @param known the registrations that there are already, by name
   * @param faults in the order of the lines
   */
  record Outcome(List<Judged> lines, Map<String, Registration> known, List<LineFault> faults) {
    /** The first line of each name that is to be registered. */
    List<Judged> registrations() {
      var byName = new LinkedHashMap<DomainName, Judged>();
      lines.stream()
          .filter(line -> !known.containsKey(line.entry().name().toString()))
          .forEach(line -> byName.putIfAbsent(line.entry().name(), line));
      return List.copyOf(byName.values());
    }
  }

  Outcome judge(DomainFile file, Instant now) {
    var faults = new ArrayList<>(file.faults());
    var byName = partners();
    var entries = new ArrayList<Entry>();
    for (var entry : file.entries()) {
      if (byName.containsKey(entry.partner().toLowerCase(Locale.ROOT))) {
        entries.add(entry);
      } else {
        faults.add(fault(entry, Fault.PARTNER, MalformedInput.toDisplayText(entry.partner())));
      }
    }
    var known = known(entries, byName);
    judgeNames(entries, byName, known, faults, now);
    var judged = judgeServices(entries, known, faults);
    var lines = new ArrayList<Judged>();
    for (int i = 0; i < entries.size(); i++) {
      var partner = byName.get(entries.get(i).partner().toLowerCase(Locale.ROOT));
      lines.add(new Judged(entries.get(i), partner, judged.get(i)));
    }
    faults.sort(Comparator.comparingInt(LineFault::line));
    return new Outcome(lines, known, faults);
  }

  /** Those registrations that are the partner's own; another's is for the rules to say. */
  private Map<String, Registration> known(List<Entry> entries, Map<String, Partner> byName) {
    var held = registrations.held(entries.stream().map(Entry::name).toList());
    var known = new HashMap<String, Registration>();
    for (var entry : entries) {
      var registration = held.get(entry.name().toString());
      var partner = byName.get(entry.partner().toLowerCase(Locale.ROOT));
      if (registration != null && registration.getPartner().getId().equals(partner.getId())) {
        known.put(registration.getName(), registration);
      }
    }
    return known;
  }

  private static List<RegistrationCandidate> asked(
      List<Entry> entries, Map<String, Partner> byName) {
    return entries.stream()
        .map(
            entry ->
                RegistrationCandidate.uploaded(
                    byName.get(entry.partner().toLowerCase(Locale.ROOT)).getId(), entry.asked()))
        .toList();
  }

  /** Of lines that can be read, and whose partner there is. */
  void recordRefused(DomainFile file, Instant now) {
    var byName = partners();
    var entries =
        file.entries().stream()
            .filter(entry -> byName.containsKey(entry.partner().toLowerCase(Locale.ROOT)))
            .filter(entry -> entry.objection() == null)
            .toList();
    registrations.recordRefused(asked(entries, byName), now);
  }

  private Map<String, Partner> partners() {
    return partners.all().stream()
        .collect(Collectors.toMap(p -> p.getName().toLowerCase(Locale.ROOT), p -> p));
  }

  private void judgeNames(
      List<Entry> entries,
      Map<String, Partner> byName,
      Map<String, Registration> known,
      List<LineFault> faults,
      Instant now) {
    var verdicts = registrations.judge(asked(entries, byName), now);
    for (int i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      if (known.containsKey(entry.name().toString())) {
        if (entry.kind() == null) {
          faults.add(fault(entry, Fault.KNOWN_DOMAIN));
        }
      } else if (entry.objection() != null) {
        faults.add(entry.objection());
      } else {
        verdicts
            .get(i)
            .violations()
            .forEach(f -> faults.add(LineFault.of(entry.number(), entry.text(), f)));
      }
    }
  }

  private List<MailServiceTakeover.Judged> judgeServices(
      List<Entry> entries, Map<String, Registration> known, List<LineFault> faults) {
    var with = entries.stream().filter(entry -> entry.kind() != null).toList();
    var judged =
        services
            .judge(
                with.stream()
                    .map(
                        e ->
                            services.asked(
                                e.name(), known.get(e.name().toString()), e.kind(), e.delivery()))
                    .toList())
            .iterator();
    var all = new ArrayList<MailServiceTakeover.Judged>();
    for (var entry : entries) {
      var service = entry.kind() == null ? null : judged.next();
      if (service != null && service.known()) {
        faults.add(fault(entry, Fault.KNOWN_DOMAIN));
      }
      all.add(service);
    }
    return all;
  }

  private static LineFault fault(Entry entry, Fault fault, Object... arguments) {
    return LineFault.of(entry.number(), entry.text(), fault, arguments);
  }
}
