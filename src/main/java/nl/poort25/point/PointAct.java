package nl.poort25.point;

import java.util.Map;
import java.util.Objects;
import nl.poort25.audit.Act;
import nl.poort25.audit.ActFields;
import nl.poort25.audit.Subject;

/** Acts of staff on a point. */
public sealed interface PointAct extends Act {
  Point point();

  @Override
  default Subject subject() {
    return new Subject("point", point().getId(), point().getName());
  }

  static Map<String, String> values(Point point) {
    return ActFields.of("name", point.getName())
        .and("format", point.getFormat())
        .and("canary", point.isCanary())
        .and("sources", Objects.toString(point.getAccess().getSources(), ""));
  }

  /** It only reports at first. */
  record PointRegistered(Point point) implements PointAct {
    @Override
    public Map<String, String> after() {
      return values(point);
    }
  }

  record PointChanged(Point point, Map<String, String> before) implements PointAct {
    @Override
    public Map<String, String> after() {
      return values(point);
    }
  }

  /** The token before works no more. */
  record PointTokenMade(Point point) implements PointAct {}

  /**
   * Staff has seen what it would change.
   *
   * @param closedMx the hosts of 3.10 that it may close, which staff has seen too (2.5); or empty
   */
  record PointEnforces(Point point, String closedMx) implements PointAct {
    @Override
    public Map<String, String> after() {
      return closedMx.isEmpty() ? Map.of() : Map.of("closed-mx", closedMx);
    }
  }

  record PointOnlyReports(Point point) implements PointAct {}

  record PointRetired(Point point) implements PointAct {}
}
