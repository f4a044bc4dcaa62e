package nl.poort25.takeover;

import java.util.Comparator;
import java.util.List;
import nl.poort25.imports.ImportPreview;
import nl.poort25.policy.Finding;

/** Preview of a takeover: what violates a rule is taken over too, and becomes a task for staff. */
public interface TakeoverPreview<L extends TakeoverPreview.Line> extends ImportPreview<L> {
  /** A line with what the rules say of it. */
  interface Line {
    int number();

    List<Finding> violations();

    default boolean holds() {
      return violations().isEmpty();
    }
  }

  /** First those that violate a rule. */
  @Override
  default List<L> shown() {
    return lines().stream()
        .sorted(Comparator.comparing(L::holds).thenComparing(L::number))
        .limit(SHOWN)
        .toList();
  }

  /** How many lines violate a rule. */
  default long violating() {
    return lines().stream().filter(line -> !line.holds()).count();
  }
}
