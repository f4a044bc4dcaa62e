package nl.poort25.enforcement;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** From one state to the next. */
record Change(SortedSet<StateLine> added, SortedSet<StateLine> removed) {

  static Change between(Set<StateLine> before, Set<StateLine> after) {
    var added = new TreeSet<>(after);
    added.removeAll(before);
    var removed = new TreeSet<>(before);
    removed.removeAll(after);
    return new Change(added, removed);
  }

  boolean isNone() {
    return added.isEmpty() && removed.isEmpty();
  }

  int size() {
    return added.size() + removed.size();
  }
}
