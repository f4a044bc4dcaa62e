package nl.poort25.takeover;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.poort25.exemption.Exemption;
import nl.poort25.exemption.ExemptionRule;
import nl.poort25.exemption.ExemptionRuleFacts;
import nl.poort25.imports.LineFault;
import nl.poort25.network.Connection;
import nl.poort25.network.Flow;
import nl.poort25.policy.Finding;
import nl.poort25.policy.Verdict;
import nl.poort25.takeover.OpeningFile.Entry;

/**
 * Preview of a file of openings: the exemptions it would make, the verdict on each line, and its
 * faults.
 *
 * @param faults in the order of the lines
 */
public record OpeningImportPreview(
    List<OpeningImportPreview.Checked> exemptions,
    List<OpeningImportPreview.Line> lines,
    List<LineFault> faults)
    implements TakeoverPreview<OpeningImportPreview.Line> {
  /** One exemption to be, with what the rules say of it. */
  public record Checked(
      ImportedExemption group, Connection connection, ExemptionRuleFacts facts, Verdict verdict) {
    private Stream<Line> lines() {
      String partner = connection.getPartner().getName();
      return group.entries().stream()
          .map(entry -> new Line(entry, partner, violations(entry.flow())));
    }

    /** Those that are of this line, or of all lines together. */
    private List<Finding> violations(Flow line) {
      var own =
          Set.of(
              "" + line.source(),
              "" + line.destination(),
              line.source() + " → " + line.destination());
      return verdict.violations().stream()
          .map(
              finding ->
                  ((ExemptionRule) finding.rule()).isOfALine()
                      ? new Finding(
                          finding.rule(),
                          finding.offenders().stream().filter(own::contains).toList())
                      : finding)
          .filter(finding -> !finding.holds())
          .toList();
    }
  }

  /** What the rules say of one line. */
  public record Line(Entry entry, String partner, List<Finding> violations)
      implements TakeoverPreview.Line {
    @Override
    public int number() {
      return entry.number();
    }
  }

  static OpeningImportPreview of(List<Checked> exemptions, List<LineFault> faults) {
    return new OpeningImportPreview(
        exemptions, exemptions.stream().flatMap(Checked::lines).toList(), faults);
  }

  @Override
  public Stream<String> consequences() {
    return exemptions.stream()
        .map(
            checked ->
                checked.group().entries()
                    + " "
                    + checked.connection().getPartner().getId()
                    + " "
                    + Exemption.kept(checked.verdict()).text());
  }
}
