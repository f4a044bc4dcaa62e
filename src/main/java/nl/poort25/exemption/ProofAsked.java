package nl.poort25.exemption;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Asks which openings were seen to answer from outside: answered by whoever knows of a host there
 * that tries them.
 */
public final class ProofAsked {
  /**
   * @param banner what the server said first, or null
   */
  public record Proof(Instant at, String banner) {}

  private final Collection<Opening> asked;
  private final Map<Long, Proof> proven = new HashMap<>();

  public ProofAsked(Collection<Opening> asked) {
    this.asked = asked;
  }

  public Collection<Opening> asked() {
    return asked;
  }

  public void isProven(Opening opening, Instant at, String banner) {
    proven.put(opening.getId(), new Proof(at, banner));
  }

  /** By the ids of the openings. */
  Map<Long, Proof> proven() {
    return Map.copyOf(proven);
  }
}
