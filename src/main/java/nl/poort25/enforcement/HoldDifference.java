package nl.poort25.enforcement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.FirewallLine;
import nl.poort25.state.RelayLine;
import nl.poort25.state.StateDiff;

/**
 * What releasing a point from its hold would change on it, grouped by effect, with what opens and
 * what leaves the relays first.
 */
public final class HoldDifference {
  private final StateDiff<DesiredLine> change;

  private HoldDifference(StateDiff<DesiredLine> change) {
    this.change = change;
  }

  static HoldDifference between(Collection<DesiredLine> held, Collection<DesiredLine> wanted) {
    return new HoldDifference(StateDiff.between(new TreeSet<>(held), new TreeSet<>(wanted)));
  }

  /** What becomes of lines. */
  public enum Effect {
    /** A mail server of the provider is shut off from outside. */
    SHUTS_OWN(true),
    /** Mail from outside is let through that is not now. */
    OPENS(false),
    /** What is closed to what comes from outside is so no more. */
    UNPROTECTS(true),
    /** A relay of elsewhere is let through. */
    PASSES(false),
    /** A client that is refused may send again. */
    ADMITS(true),
    /** The relays take mail for it no more, or not that way. */
    LEAVES(true),
    CLOSES(true),
    OPENS_OWN(false),
    PROTECTS(false),
    PASSES_NO_MORE(true),
    DENIES(false),
    /** The relays take mail for it. */
    COMES(false);

    private final boolean removal;

    Effect(boolean removal) {
      this.removal = removal;
    }

    /** Of a line that goes, or comes. */
    static Effect of(DesiredLine line, boolean goes) {
      if (line instanceof FirewallLine state) {
        return switch (state.kind()) {
          case OPEN, PAIR -> goes ? CLOSES : OPENS;
          case OWN -> goes ? SHUTS_OWN : OPENS_OWN;
          case INSIDE -> goes ? UNPROTECTS : PROTECTS;
          case PASS -> goes ? PASSES_NO_MORE : PASSES;
        };
      }
      return ((RelayLine) line).kind() == RelayLine.Kind.DENY
          ? goes ? ADMITS : DENIES
          : goes ? LEAVES : COMES;
    }

    public boolean isRemoval() {
      return removal;
    }
  }

  /**
   * @param lines in the order of their text
   */
  public record Group(Effect effect, List<String> lines) {
    /** The first of them, for a page. */
    public List<String> first(int most) {
      return lines.subList(0, Math.min(most, lines.size()));
    }
  }

  /** None that is empty. */
  public List<Group> groups() {
    var groups = new TreeMap<Effect, List<String>>();
    change
        .removed()
        .forEach(
            line ->
                groups
                    .computeIfAbsent(Effect.of(line, true), effect -> new ArrayList<>())
                    .add(line.toString()));
    change
        .added()
        .forEach(
            line ->
                groups
                    .computeIfAbsent(Effect.of(line, false), effect -> new ArrayList<>())
                    .add(line.toString()));
    return groups.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList();
  }

  public boolean isNone() {
    return change.isNone();
  }

  /** A line each, what goes first, after its sign. */
  public String text() {
    return change.written();
  }
}
