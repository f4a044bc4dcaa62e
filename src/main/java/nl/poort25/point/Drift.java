package nl.poort25.point;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Configuration drift of a point: the lines that are missing from its read-back and those that are
 * surplus.
 *
 * @param missing what should be there, in the words of the state
 * @param surplus what should not, likewise, or as the point shows it
 */
record Drift(List<String> missing, List<String> surplus) {

  static Drift between(Collection<String> wanted, Collection<String> found) {
    SortedSet<String> missing = new TreeSet<>(wanted);
    missing.removeAll(found);
    SortedSet<String> surplus = new TreeSet<>(found);
    surplus.removeAll(wanted);
    return new Drift(List.copyOf(missing), List.copyOf(surplus));
  }

  boolean isNone() {
    return missing.isEmpty() && surplus.isEmpty();
  }
}
