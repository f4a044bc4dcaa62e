package nl.poort25.enforcement;

import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.StateDiff;

/**
 * The size of a change that is about to become a generation.
 *
 * @param digest the same only for the same change of the same state
 * @param before how many lines there are
 * @param exposing whether it is large however few its lines are: it leaves nothing open to anybody,
 *     takes the last mail server of the provider away (2.5), or a prefix of it, behind which all
 *     opens to everybody
 */
record ProposedChange(String digest, int added, int removed, int before, boolean exposing) {
  /** Of states that are small enough to be looked at as a whole. */
  static ProposedChange between(Set<DesiredLine> before, Set<DesiredLine> after) {
    var change = StateDiff.between(before, after);
    return new ProposedChange(
        DesiredLine.digest(DesiredLine.text(after)),
        change.added().size(),
        change.removed().size(),
        before.size(),
        losesAll(DesiredLine::admits, before, after)
            || losesAll(DesiredLine::isOwn, before, after)
            || isSomethingExposed(change, after));
  }

  private static boolean isSomethingExposed(StateDiff<DesiredLine> change, Set<DesiredLine> after) {
    var lost = change.removed().stream().map(DesiredLine::protectedPrefix).filter(Objects::nonNull);
    var kept = after.stream().map(DesiredLine::protectedPrefix).filter(Objects::nonNull).toList();
    return lost.anyMatch(prefix -> !prefix.isCoveredBy(kept));
  }

  private static boolean losesAll(
      Predicate<DesiredLine> kind, Set<DesiredLine> before, Set<DesiredLine> after) {
    return before.stream().anyMatch(kind) && after.stream().noneMatch(kind);
  }

  /** How many lines there are then. */
  int after() {
    return before + added - removed;
  }

  /**
   * Whether it is of more lines and of a larger share than that, or exposes something. The first
   * state of all is as large as it is.
   */
  boolean isLarge(int lines, long percent) {
    if (before == 0) {
      return false;
    }
    int size = added + removed;
    return (size > lines && size * 100L > percent * before) || exposing;
  }
}
