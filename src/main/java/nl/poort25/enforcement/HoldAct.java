package nl.poort25.enforcement;

import java.util.Map;
import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/** Acts on a point that is on hold because this database did not make its state. */
public sealed interface HoldAct extends Act {
  PointHold hold();

  /** Name of the point. */
  String point();

  @Override
  default Subject subject() {
    return new Subject("point", hold().getPointId(), point());
  }

  @Override
  default Map<String, String> after() {
    return Map.of("detail", "#" + hold().getNumber());
  }

  /** It gets nothing but what abuse asks for. */
  record PointHeldBack(PointHold hold, String point) implements HoldAct {}

  /** The network role has seen what would change, and lets it. */
  record PointLetGo(PointHold hold, String point) implements HoldAct {
    @Override
    public Map<String, String> after() {
      return Map.of("detail", "#" + hold.getNumber(), "note", hold.getNote());
    }
  }

  /** It holds a state of this database again. */
  record PointHeldNoLonger(PointHold hold, String point) implements HoldAct {}
}
