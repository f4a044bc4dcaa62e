package nl.poort25.point;

import java.util.List;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.text.Text;

/**
 * Which parts the page of a point has, and their words.
 *
 * @param isHeld whether it holds a state that this database did not make
 * @param faults what only people can mend
 * @param drift the other lines that are not as they are to be; only the first of many
 * @param manages whether whoever looks at it looks after points
 */
public record PointSections(
    Point point,
    boolean isHeld,
    List<PostfixFault> faults,
    List<DriftLine> drift,
    boolean manages) {
  /** Where the states of its target are. */
  public String statesPath() {
    return point.getTarget() == EnforcementTarget.RELAY
        ? "/backoffice/relays/"
        : "/backoffice/firewall/";
  }

  /** What it is to hold and holds. */
  public boolean isStateShown() {
    return !point.isByHand() || !point.isRetired();
  }

  public boolean isKeyShown() {
    return point.getFormat().hasAgent() && point.getHeardAt() != null && !point.isRetired();
  }

  private boolean isAdrift() {
    return point.getHeld().getDriftSince() != null && !point.isRetired();
  }

  public boolean isFaultShown() {
    return isAdrift() && !faults.isEmpty();
  }

  /** What it would change, or has otherwise than it is to have. */
  public boolean isDriftShown() {
    return isAdrift()
        && !point.getFormat().isProber()
        && (!isHeld || !point.isEnforcing())
        && (faults.isEmpty() || !drift.isEmpty());
  }

  /** What a status means here: an agent of ours puts right by itself what a program may not. */
  public Text of(PointStatus standing) {
    boolean own = point.hasOwnProgram() && PointStatus.OF_PROGRAMS.contains(standing);
    return Text.of("point.standing.text." + (own ? "program." : "") + standing);
  }

  /** What a token is for. */
  public Text tokenHint() {
    if (point.getAccess().hasToken()) {
      return Text.of("point.token.again.hint");
    }
    return Text.of(point.isByHand() ? "point.token.program.hint" : "point.token.first.hint");
  }

  /** What is the matter with a line. */
  public Text of(DriftLine line) {
    if (point.isEnforcing()) {
      return Text.of(line.isSurplus() ? "point.drift.surplus" : "point.drift.missing");
    }
    return Text.of(line.isSurplus() ? "point.would.removed" : "point.would.added");
  }

  /** How many lines are too many, but for the faults. */
  public int surplus() {
    return point.getHeld().getSurplus() - faults.size();
  }

  /** Whether there are more lines than are shown. */
  public boolean isDriftCut() {
    return point.getHeld().getMissing() + surplus() > drift.size();
  }

  /** What a prober found. */
  public boolean isProbeShown() {
    return point.getFormat().isProber() && point.getHeld().getReadBackAt() != null;
  }

  /** What may be done with it. */
  public boolean isManaged() {
    return manages && !point.isRetired();
  }
}
