package nl.poort25.exemption;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.poort25.text.Text;

/** The openings of a page that differ, at a point that is held, from what was decided. */
public final class HeldPointDifferences {
  /** What an opening is at a point that is held. */
  public enum There {
    OPEN,
    CLOSED,
    /** It has not said yet what it holds. */
    UNKNOWN
  }

  /**
   * @param point its name
   */
  public record HeldBack(Opening opening, String point, long pointId, There there) {}

  private final Map<Long, List<HeldBack>> byOpening;
  private final boolean pointHeld;

  /**
   * @param pointHeld whether some firewall is held, even where none of these is otherwise there
   */
  public HeldPointDifferences(List<HeldBack> heldBack, boolean pointHeld) {
    this.byOpening =
        heldBack.stream().collect(Collectors.groupingBy(held -> held.opening().getId()));
    this.pointHeld = pointHeld;
  }

  /**
   * Whether some firewall is held, so that counts of what is open are those of what was decided.
   */
  public boolean isPointHeld() {
    return pointHeld;
  }

  public boolean isNone() {
    return byOpening.isEmpty();
  }

  public boolean has(Opening opening) {
    return byOpening.containsKey(opening.getId());
  }

  /** Whether one of those is. */
  public boolean hasAny(Collection<Opening> openings) {
    return openings.stream().anyMatch(this::has);
  }

  /** A line for each such point; none where it is as was decided. */
  public List<HeldBack> of(Opening opening) {
    return byOpening.getOrDefault(opening.getId(), List.of());
  }

  /** The end of the key of its state: never that it is open where some point says otherwise. */
  public String word(Opening opening) {
    return isOpenNotEverywhere(opening) ? "HELD" : opening.getWord();
  }

  /** The kind of its status word. */
  public String sign(Opening opening) {
    return isOpenNotEverywhere(opening) ? "wait" : opening.getPort().getSign();
  }

  /** What is said of an exemption, as of its openings: not open where some point says otherwise. */
  public Text said(Exemption exemption, Collection<Opening> openings) {
    return isOpenNotEverywhere(exemption, openings)
        ? Text.of(exemption.isPartly() ? "exemption.state.PARTLY_HELD" : "exemption.opening.HELD")
        : Text.of("exemption.state." + exemption.getStatus().word());
  }

  /** The kind of its status word. */
  public String sign(Exemption exemption, Collection<Opening> openings) {
    return isOpenNotEverywhere(exemption, openings) ? "wait" : exemption.getStatus().sign();
  }

  private boolean isOpenNotEverywhere(Exemption exemption, Collection<Opening> openings) {
    return exemption.getStatus().shown() == ExemptionState.OPEN && hasAny(openings);
  }

  private boolean isOpenNotEverywhere(Opening opening) {
    return opening.getPort() == PortState.OPEN && has(opening);
  }
}
