package nl.poort25.state;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines that are added and removed between two states of a target. */
public record StateDiff<L extends DesiredLine>(SortedSet<L> added, SortedSet<L> removed) {

  public static <L extends DesiredLine> StateDiff<L> between(
      Set<? extends L> before, Set<? extends L> after) {
    var added = new TreeSet<L>(after);
    added.removeAll(before);
    var removed = new TreeSet<L>(before);
    removed.removeAll(after);
    return new StateDiff<>(added, removed);
  }

  /** What goes, then what comes, in a line each. */
  public String written(Function<? super L, String> going, Function<? super L, String> coming) {
    return Stream.concat(removed.stream().map(going), added.stream().map(coming))
        .collect(Collectors.joining("\n"));
  }

  /** As the lines of a state, each after the sign of what becomes of it. */
  public String written() {
    return written(line -> "-" + line, line -> "+" + line);
  }

  public boolean isNone() {
    return added.isEmpty() && removed.isEmpty();
  }

  public int size() {
    return added.size() + removed.size();
  }
}
