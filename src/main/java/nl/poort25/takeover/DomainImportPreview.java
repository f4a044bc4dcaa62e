package nl.poort25.takeover;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.poort25.imports.FileImports;
import nl.poort25.imports.ImportPreview;
import nl.poort25.imports.LineFault;
import nl.poort25.mailservice.Delivery;
import nl.poort25.mailservice.MailServiceKind;
import nl.poort25.policy.Finding;
import nl.poort25.takeover.DomainFileCheck.Judged;

/**
 * Preview of a file of names and mail services: what it would register, the verdict on each line,
 * and its faults.
 *
 * @param names how many would be registered
 * @param services how many services would come in
 * @param lines first those that violate a rule
 */
public record DomainImportPreview(
    int names,
    long services,
    List<DomainImportPreview.Line> lines,
    List<LineFault> faults,
    String digest)
    implements ImportPreview {
  /** Lines that a page shows. */
  private static final int SHOWN = 100;

  /** One line, with what its service violates. */
  public record Line(
      int number,
      String name,
      String partner,
      String customer,
      boolean known,
      MailServiceKind kind,
      Delivery delivery,
      List<Finding> violations) {
    public boolean holds() {
      return violations.isEmpty();
    }
  }

  static DomainImportPreview of(DomainFileCheck.Outcome outcome) {
    var lines =
        outcome.lines().stream()
            .map(judged -> line(judged, outcome))
            .sorted(Comparator.comparing(Line::holds).thenComparing(Line::number))
            .toList();
    return new DomainImportPreview(
        outcome.registrations().size(),
        lines.stream().filter(line -> line.kind() != null).count(),
        lines,
        outcome.faults(),
        FileImports.digest(
            Stream.concat(
                outcome.faults().stream().map(LineFault::toString),
                lines.stream().map(Line::toString))));
  }

  private static Line line(Judged judged, DomainFileCheck.Outcome outcome) {
    var entry = judged.entry();
    return new Line(
        entry.number(),
        entry.name().unicode(),
        judged.partner().getName(),
        entry.asked().customer(),
        outcome.known().containsKey(entry.name().toString()),
        entry.kind(),
        entry.delivery(),
        judged.service() == null ? List.of() : judged.service().verdict().violations());
  }

  public List<Line> shown() {
    return lines.subList(0, Math.min(SHOWN, lines.size()));
  }

  public int more() {
    return lines.size() - shown().size();
  }

  /** How many lines violate a rule. */
  public long violating() {
    return lines.stream().filter(line -> !line.holds()).count();
  }
}
