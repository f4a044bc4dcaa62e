package nl.poort25.takeover;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import nl.poort25.account.Partner;
import nl.poort25.domain.Registration;
import nl.poort25.domain.RegistrationCandidate;
import nl.poort25.domainname.DomainName;
import nl.poort25.imports.LineFault;
import nl.poort25.mailservice.MailServiceTakeover;
import nl.poort25.policy.Finding;
import nl.poort25.takeover.DomainFile.Entry;

/**
 * Preview of a file of names and mail services: what it would register, and the verdict on each
 * line.
 *
 * @param faults in the order of the lines
 */
public record DomainImportPreview(List<DomainImportPreview.Line> lines, List<LineFault> faults)
    implements TakeoverPreview<DomainImportPreview.Line> {
  /**
   * @param registration that the partner has of that name already; null where it is to be made
   * @param service null where the line has none
   */
  public record Line(
      Entry entry, Partner partner, Registration registration, MailServiceTakeover.Judged service)
      implements TakeoverPreview.Line {
    @Override
    public int number() {
      return entry.number();
    }

    /** Of its service: a name that violates a rule is a fault. */
    @Override
    public List<Finding> violations() {
      return service == null ? List.of() : service.verdict().violations();
    }

    RegistrationCandidate candidate() {
      return RegistrationCandidate.uploaded(partner.getId(), entry.asked());
    }
  }

  /** The first line of each name that is to be registered. */
  public Collection<Line> registrations() {
    var byName = new LinkedHashMap<DomainName, Line>();
    lines.stream()
        .filter(line -> line.registration() == null)
        .forEach(line -> byName.putIfAbsent(line.entry().name(), line));
    return byName.values();
  }

  /** How many services would come in. */
  public long services() {
    return lines.stream().filter(line -> line.service() != null).count();
  }

  @Override
  public Stream<String> consequences() {
    return lines.stream()
        .map(
            line ->
                "%s %d %b %s"
                    .formatted(
                        line.entry(),
                        line.partner().getId(),
                        line.registration() != null,
                        line.violations()));
  }
}
