package nl.poort25.exemption;

import java.util.List;
import java.util.Map;

/**
 * One exemption of a list, as the page shows it.
 *
 * @param openings all that it opens
 * @param lines the first of these
 */
public record ExemptionRow(Exemption exemption, List<Opening> openings, List<OpeningLine> lines) {
  private static final int SHOWN = 4;

  static ExemptionRow of(
      ExemptionList.Row row, Map<Long, OutsideCheckResult> seen, HeldPointDifferences held) {
    return new ExemptionRow(
        row.exemption(),
        row.openings(),
        row.openings().stream()
            .limit(SHOWN)
            .map(opening -> OpeningLine.of(opening, row.exemption(), seen, held))
            .toList());
  }

  /** How many lines are not shown. */
  public int more() {
    return openings.size() - lines.size();
  }
}
