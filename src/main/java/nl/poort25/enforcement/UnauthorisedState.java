package nl.poort25.enforcement;

import java.util.Collection;

/**
 * Thrown where a computed state would do something that nobody decided; no generation is made of
 * it.
 */
final class UnauthorisedState extends IllegalStateException {
  private static final long serialVersionUID = 1;

  UnauthorisedState(Collection<?> lines) {
    super("the state would do what was not decided: " + lines);
  }
}
