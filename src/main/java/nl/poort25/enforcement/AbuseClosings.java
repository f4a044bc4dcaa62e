package nl.poort25.enforcement;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import nl.poort25.state.DesiredLine;

/**
 * What abuse asks for of a state, whatever else was decided.
 *
 * @param blocks the case that takes a line away; null where abuse leaves it as it is
 * @param denials lines that abuse brings
 */
record AbuseClosings(
    Function<DesiredLine, Long> blocks, Map<? extends DesiredLine, Cause> denials) {
  /** An address, by its key, that is blocked in that case. */
  record KnownBlock(String key, long caseId) {}

  /** Those lines with just what abuse asks for, and nothing else of what was decided since. */
  SortedMap<DesiredLine, Cause> applyTo(Map<DesiredLine, Cause> before) {
    return applyTo(before, Set.of());
  }

  /** The same, but for those blocks. */
  SortedMap<DesiredLine, Cause> applyTo(Map<DesiredLine, Cause> before, Set<KnownBlock> but) {
    var after = new TreeMap<DesiredLine, Cause>();
    before.forEach(
        (line, cause) -> {
          Long block = blocks.apply(line);
          if (block == null || but.contains(new KnownBlock(line.key(), block))) {
            after.put(line, cause);
          }
        });
    denials.forEach(
        (line, cause) -> {
          if (!but.contains(new KnownBlock(line.key(), cause.id()))) {
            after.putIfAbsent(line, cause);
          }
        });
    return after;
  }
}
