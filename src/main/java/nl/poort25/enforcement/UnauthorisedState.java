package nl.poort25.enforcement;

import java.util.Collection;

/**
 * Thrown where a computed state would do something that nobody decided; no generation is made of
 * it. A state that a point reports and that was not made here is a matter of {@link PointHolds}.
 */
final class UnauthorisedState extends IllegalStateException {
  private static final long serialVersionUID = 1;

  UnauthorisedState(Collection<?> lines) {
    super("the state would do what was not decided: " + lines);
  }
}
