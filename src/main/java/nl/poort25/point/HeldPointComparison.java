package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import nl.poort25.enforcement.PointHolds;
import nl.poort25.enforcement.ReadBackLines;
import nl.poort25.exemption.HeldPointCheck;
import nl.poort25.exemption.HeldPointDifferences;
import nl.poort25.exemption.HeldPointDifferences.HeldBack;
import nl.poort25.exemption.HeldPointDifferences.There;
import nl.poort25.exemption.Opening;
import nl.poort25.exemption.OpeningState;
import nl.poort25.state.EnforcementTarget;

/** Says which openings differ from what was decided at a firewall that is on hold. */
@ApplicationScoped
@Transactional
class HeldPointComparison implements HeldPointCheck {
  @Inject Points points;
  @Inject PointHolds holds;

  @Override
  public HeldPointDifferences of(Collection<Opening> openings) {
    var heldBack = new ArrayList<HeldBack>();
    boolean pointHeld = false;
    for (var hold : holds.of(EnforcementTarget.FIREWALL)) {
      var point = points.get(hold.getPointId());
      if (!point.isCounted()) {
        continue;
      }
      pointHeld = true;
      var lines = hold.getLines().orElse(null);
      for (var opening : openings) {
        var there = there(opening, lines);
        if (there != wanted(opening)) {
          heldBack.add(new HeldBack(opening, point.getName(), point.getId(), there));
        }
      }
    }
    return new HeldPointDifferences(heldBack, pointHeld);
  }

  private static There there(Opening opening, ReadBackLines lines) {
    if (lines == null) {
      return There.UNKNOWN;
    }
    return lines.opens(opening.getFlow()) ? There.OPEN : There.CLOSED;
  }

  private static There wanted(Opening opening) {
    return opening.getState() == OpeningState.APPROVED || opening.getState() == OpeningState.OPEN
        ? There.OPEN
        : There.CLOSED;
  }
}
