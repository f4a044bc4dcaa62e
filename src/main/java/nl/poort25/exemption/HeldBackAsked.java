package nl.poort25.exemption;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks where openings are not as was decided because nothing may change there yet: answered by
 * whoever knows the enforcement points. Until then no page says that they are open.
 */
public final class HeldBackAsked {
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

  private final Collection<Opening> asked;
  private final Map<Long, List<HeldBack>> answers = new HashMap<>();
  private boolean pointHeld;

  HeldBackAsked(Collection<Opening> asked) {
    this.asked = asked;
  }

  public Collection<Opening> asked() {
    return asked;
  }

  /** Some firewall is held, whether or not one of these is otherwise there. */
  public void aPointIsHeld() {
    pointHeld = true;
  }

  public void isHeldBack(Opening opening, String point, long pointId, There there) {
    answers
        .computeIfAbsent(opening.getId(), id -> new ArrayList<>())
        .add(new HeldBack(opening, point, pointId, there));
  }

  HeldBackLines answers() {
    return new HeldBackLines(answers, pointHeld);
  }
}
