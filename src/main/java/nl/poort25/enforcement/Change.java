package nl.poort25.enforcement;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** From one state to the next. */
record Change<L extends DesiredLine>(SortedSet<L> added, SortedSet<L> removed) {

  static <L extends DesiredLine> Change<L> between(Set<L> before, Set<L> after) {
    var added = new TreeSet<L>(after);
    added.removeAll(before);
    var removed = new TreeSet<L>(before);
    removed.removeAll(after);
    return new Change<>(added, removed);
  }

  boolean isNone() {
    return added.isEmpty() && removed.isEmpty();
  }

  int size() {
    return added.size() + removed.size();
  }
}
