package nl.poort25.enforcement;

import java.util.Collection;

/** A state that is not what was decided: it must never become a generation. */
final class Undecided extends IllegalStateException {
  private static final long serialVersionUID = 1;

  Undecided(Collection<?> lines) {
    super("the state would do what was not decided: " + lines);
  }
}
