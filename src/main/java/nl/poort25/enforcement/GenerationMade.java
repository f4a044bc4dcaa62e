package nl.poort25.enforcement;

import java.util.Map;
import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/** Act: a new generation was made. */
public record GenerationMade(Generation generation) implements Act {
  @Override
  public Subject subject() {
    return new Subject(
        "generation",
        generation.getNumber(),
        generation.getTarget() + " " + generation.getNumber());
  }

  @Override
  public Map<String, String> after() {
    return Map.of(
        "added", "" + generation.getAdded(),
        "removed", "" + generation.getRemoved(),
        "digest", generation.getDigest());
  }
}
