package nl.poort25.state;

import java.util.Collection;
import java.util.Set;

/** Writes a state as its plain lines. */
final class StateText implements StateWriter {
  @Override
  public String write(
      String file,
      EnforcementTarget target,
      long generation,
      Collection<? extends DesiredLine> lines) {
    return DesiredLine.text(lines);
  }

  @Override
  public String change(
      EnforcementTarget target,
      Set<? extends DesiredLine> before,
      Set<? extends DesiredLine> after) {
    return StateDiff.<DesiredLine>between(before, after).written();
  }
}
