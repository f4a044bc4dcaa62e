package nl.poort25.takeover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.poort25.exemption.Exemption;
import nl.poort25.exemption.ExemptionRule;
import nl.poort25.imports.FileImports;
import nl.poort25.imports.ImportPreview;
import nl.poort25.imports.LineFault;
import nl.poort25.network.Flow;
import nl.poort25.policy.Finding;
import nl.poort25.takeover.OpeningFile.Entry;
import nl.poort25.takeover.OpeningFileCheck.Checked;

/**
 * Preview of a file of openings: the exemptions it would make, the verdict on each line, and its
 * faults.
 *
 * @param exemptions how many its lines would become
 * @param lines first those that violate a rule
 */
public record OpeningImportPreview(
    int exemptions,
    List<OpeningImportPreview.LineVerdict> lines,
    List<LineFault> faults,
    String digest)
    implements ImportPreview {
  /** Lines that a page shows. */
  private static final int SHOWN = 100;

  /** What the rules say of one line. */
  public record LineVerdict(int number, Entry entry, String partner, List<Finding> violations) {
    public Flow line() {
      return entry.line();
    }

    public String reference() {
      return entry.reference();
    }

    public Object kind() {
      return entry.kind();
    }

    public Object since() {
      return entry.since();
    }

    public String host() {
      return entry.host();
    }

    public boolean holds() {
      return violations.isEmpty();
    }
  }

  static OpeningImportPreview of(OpeningFileCheck.Outcome outcome) {
    var lines = new ArrayList<LineVerdict>();
    for (var checked : outcome.exemptions()) {
      for (var entry : checked.group().entries()) {
        lines.add(
            new LineVerdict(
                entry.number(),
                entry,
                checked.connection().getPartner().getName(),
                violations(checked, entry)));
      }
    }
    lines.sort(Comparator.comparing(LineVerdict::holds).thenComparing(LineVerdict::number));
    return new OpeningImportPreview(
        outcome.exemptions().size(), lines, outcome.faults(), digest(outcome));
  }

  /** Those that are of this line, or of all lines together. */
  private static List<Finding> violations(Checked checked, Entry entry) {
    var line = entry.line();
    var own =
        Set.of(
            "" + line.source(),
            "" + line.destination(),
            line.source() + " → " + line.destination());
    return checked.verdict().violations().stream()
        .map(
            finding ->
                ((ExemptionRule) finding.rule()).isOfALine()
                    ? new Finding(
                        finding.rule(), finding.offenders().stream().filter(own::contains).toList())
                    : finding)
        .filter(finding -> !finding.holds())
        .toList();
  }

  private static String digest(OpeningFileCheck.Outcome outcome) {
    return FileImports.digest(
        Stream.concat(
            outcome.faults().stream().map(LineFault::toString),
            outcome.exemptions().stream()
                .map(
                    checked ->
                        checked.group().entries()
                            + " "
                            + checked.connection().getPartner().getId()
                            + " "
                            + Exemption.kept(checked.verdict()).text())));
  }

  public List<LineVerdict> shown() {
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
