package nl.poort25.exemption;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks what was seen from outside of openings that are open: answered by whoever knows of a host
 * there that tries them. That the points hold it is the word of one table: another on the way may
 * close what it opens.
 */
public final class ProofAsked {
  /**
   * @param at null where nobody has tried it
   * @param banner what the server said first, or null
   */
  public record Seen(Sight sight, Instant at, String banner) {}

  private final List<Opening> asked;
  private final Map<Long, Seen> seen = new HashMap<>();

  public ProofAsked(Collection<Opening> openings) {
    asked = openings.stream().filter(o -> o.getPort() == PortState.OPEN).toList();
  }

  /** Those that are open: none that an open case covers, and none that is to be closed. */
  public Collection<Opening> asked() {
    return asked;
  }

  public void isSeen(Opening opening, Sight sight, Instant at, String banner) {
    seen.put(opening.getId(), new Seen(sight, at, banner));
  }

  /** By the ids of the openings that are open. */
  Map<Long, Seen> seen() {
    asked.forEach(
        opening ->
            seen.putIfAbsent(
                opening.getId(),
                new Seen(
                    opening.getSource() == null ? Sight.NOT_TRIED : Sight.SOURCE_ONLY,
                    null,
                    null)));
    return Map.copyOf(seen);
  }
}
