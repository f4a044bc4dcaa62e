package nl.poort25.exemption;

import java.util.Map;
import nl.poort25.text.Text;

/**
 * What a list of exemptions shows of one opening.
 *
 * @param words from where to where
 * @param differs how it stands, where otherwise than the exemption; or null
 * @param seen what was seen from outside, where that tells something; or null
 */
public record OpeningLine(String words, Text differs, OutsideCheckStatus seen) {
  static OpeningLine of(
      Opening opening,
      Exemption exemption,
      Map<Long, OutsideCheckResult> seen,
      HeldPointDifferences held) {
    String word = held.word(opening);
    boolean differs = exemption.getState().granted() && !word.equals(exemption.getStatus().word());
    var tried = seen.get(opening.getId());
    return new OpeningLine(
        opening.getFlow().words(),
        differs ? Text.of("exemption.opening." + word) : null,
        tried != null && tried.sight().isConclusive() ? tried.sight() : null);
  }
}
