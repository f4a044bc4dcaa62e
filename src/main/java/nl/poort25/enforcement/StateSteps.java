package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.FirewallLine;

/** What changes for a point between two generations. */
@ApplicationScoped
@Transactional
public class StateSteps {
  /** Addresses asked for at once. */
  private static final int KEYS = 500;

  @PersistenceContext EntityManager em;
  @Inject PointLines lines;

  /**
   * What changes between two generations; the numbers may stand in either order.
   *
   * @param besideLater whether a line that older agents do not know stands at a key that changes:
   *     what they hold for it may be what the step takes away
   */
  public record Step(List<String> removed, List<String> added, boolean besideLater) {
    public Step(List<String> removed, List<String> added) {
      this(removed, added, false);
    }

    /** Whether it leads an older agent from what it holds to what it would get as a whole. */
    public boolean isForOlder() {
      return !besideLater && PointLines.isKnownToOlder(removed) && PointLines.isKnownToOlder(added);
    }
  }

  /**
   * Costs what changed, not what there is: a line covers only others to the same address, but for
   * prefixes, which are few and are all looked at where one of them changed.
   */
  public Step between(EnforcementTarget target, long from, long to) {
    var changed =
        Stream.concat(changed(target, "from", from, to), changed(target, "until", from, to))
            .distinct()
            .toList();
    var keys =
        changed.stream()
            .filter(text -> !isPrefix(text))
            .map(text -> DesiredLine.parse(target, text).key())
            .distinct()
            .toList();
    var removed = new TreeSet<String>();
    var added = new TreeSet<String>();
    boolean besideLater = false;
    for (int i = 0; i < keys.size(); i += KEYS) {
      var some = keys.subList(i, Math.min(i + KEYS, keys.size()));
      var before = others(target, from, some);
      var after = others(target, to, some);
      besideLater |= Stream.concat(before.stream(), after.stream()).anyMatch(PointLines::isLater);
      compare(before, after, removed, added);
    }
    if (changed.stream().anyMatch(StateSteps::isPrefix)) {
      compare(lines.prefixes(from), lines.prefixes(to), removed, added);
    }
    return new Step(List.copyOf(removed), List.copyOf(added), besideLater);
  }

  /** Those that begin, or end, between the two; in one query H2 would read all that ever were. */
  private Stream<String> changed(EnforcementTarget target, String end, long from, long to) {
    return em.createQuery(
            "select l.text from LineSpan l where l.target = :target and l.%1$s > :low and l.%1$s <= :high"
                .formatted(end),
            String.class)
        .setParameter("target", target)
        .setParameter("low", Math.min(from, to))
        .setParameter("high", Math.max(from, to))
        .getResultStream();
  }

  private static void compare(
      Set<String> before, Set<String> after, Set<String> removed, Set<String> added) {
    before.stream().filter(line -> !after.contains(line)).forEach(removed::add);
    after.stream().filter(line -> !before.contains(line)).forEach(added::add);
  }

  private static boolean isPrefix(String text) {
    return text.startsWith(FirewallLine.Kind.INSIDE.word() + " ");
  }

  private Set<String> others(EnforcementTarget target, long number, List<String> keys) {
    return lines.at(target, number, keys, true).stream()
        .filter(text -> !isPrefix(text))
        .collect(Collectors.toSet());
  }
}
