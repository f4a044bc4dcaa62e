package nl.poort25.enforcement;

import nl.poort25.exemption.Decision;

/**
 * A line of a generation with what brought it.
 *
 * @param decision null where a prefix or a setting did
 */
public record Brought(GenerationLine line, Decision decision) {
  /** The page of what brought it; null where it has none. */
  public String getHref() {
    return decision == null ? null : "/backoffice/exemptions/" + decision.getExemption().getId();
  }
}
