package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.poort25.enforcement.HeldLines;
import nl.poort25.enforcement.PointHolds;
import nl.poort25.enforcement.Target;
import nl.poort25.exemption.HeldBackAsked;
import nl.poort25.exemption.HeldBackAsked.There;
import nl.poort25.exemption.Opening;
import nl.poort25.exemption.OpeningState;

/** Knows which openings are otherwise at a firewall that is held than was decided. */
@ApplicationScoped
@Transactional
class HeldOpenings {
  @Inject Points points;
  @Inject PointHolds holds;

  void answer(@Observes HeldBackAsked question) {
    for (var hold : holds.of(Target.FIREWALL)) {
      var point = points.get(hold.getPointId());
      if (!point.isCounted()) {
        continue;
      }
      question.aPointIsHeld();
      var lines = hold.getLines().orElse(null);
      for (var opening : question.asked()) {
        var there = there(opening, lines);
        if (there != wanted(opening)) {
          question.isHeldBack(opening, point.getName(), point.getId(), there);
        }
      }
    }
  }

  private static There there(Opening opening, HeldLines lines) {
    if (lines == null) {
      return There.UNKNOWN;
    }
    return lines.opens(opening.getLine()) ? There.OPEN : There.CLOSED;
  }

  private static There wanted(Opening opening) {
    return opening.getState() == OpeningState.APPROVED || opening.getState() == OpeningState.OPEN
        ? There.OPEN
        : There.CLOSED;
  }
}
