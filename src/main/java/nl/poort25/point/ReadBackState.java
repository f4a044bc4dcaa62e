package nl.poort25.point;

import nl.poort25.enforcement.PointHold;
import nl.poort25.enforcement.PointLines;
import nl.poort25.enforcement.ReadBackLines;
import nl.poort25.exemption.Opening;
import nl.poort25.network.Cidr;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.FirewallLine;

/**
 * What is in force at a point by its read-back: a generation, or the lines of a point that is on
 * hold. It is read once for all questions of a confirmation, since the lines may be many.
 */
final class ReadBackState {
  private final Point point;
  private final PointLines generations;
  private final PointHold hold;
  private final ReadBackLines held;

  /**
   * @param hold null where the point is not held
   */
  ReadBackState(Point point, PointLines generations, PointHold hold) {
    this.point = point;
    this.generations = generations;
    this.hold = hold;
    held = hold != null && hold.isInForce() ? hold.getLines().orElse(null) : null;
  }

  /** Whether that, and nothing else, is known to be in force. A point without a state has none. */
  private boolean isKnown() {
    return hold == null ? number() > 0 && point.isJust(number()) : held != null;
  }

  /** Whether nothing from outside is let through to that address, which no lack of a table is. */
  boolean closesTo(Cidr address) {
    return isKnown()
        && (hold == null ? generations.closesTo(address, number()) : held.closesTo(address));
  }

  boolean has(DesiredLine line) {
    return isKnown() && (hold == null ? generations.has(line, number()) : held.has(line));
  }

  /** Whether what is still to be opened or closed is. */
  boolean isDone(Opening opening) {
    if (!isKnown()) {
      return false;
    }
    boolean opens =
        hold == null
            ? generations.has(FirewallLine.opening(opening.getFlow()), number())
            : held.opens(opening.getFlow());
    return opening.getToDo() == Opening.ToDo.OPEN ? opens : !opens && hasPrefixes();
  }

  /** Where no prefix is the provider's, everything is open. */
  private boolean hasPrefixes() {
    return hold == null ? generations.hasPrefixes(number()) : held.hasPrefixes();
  }

  /** The number of the state that it is. */
  private long number() {
    return point.getHeld().getAppliedNumber();
  }

  /** "edge-1 #42". */
  String note() {
    return point.getName() + " #" + (hold == null ? number() : hold.getNumber());
  }
}
