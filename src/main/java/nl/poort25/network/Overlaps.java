package nl.poort25.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import nl.poort25.network.NetworkRuleFacts.Held;

/**
 * Which addresses of an upload overlap another line's, or what connections hold: found by one pass
 * over both in the order of the addresses.
 */
final class Overlaps {
  /** How many neighbours a line is told of. */
  static final int MOST = 10;

  /**
   * @param line number of the line that asks for it
   * @param reference that a reader finds the line by
   */
  record Asked(int line, String reference, Cidr cidr, String first, String last) {
    static Asked of(int line, String reference, Cidr cidr) {
      return new Asked(line, reference, cidr, cidr.firstKey(), cidr.lastKey());
    }
  }

  private final Map<Integer, List<Held>> byLine = new HashMap<>();
  private final List<Asked> sorted;

  Overlaps(List<Asked> asked) {
    // of two that begin alike the larger one, which contains the other, comes first
    sorted =
        asked.stream()
            .sorted(
                Comparator.comparing(Asked::first)
                    .thenComparing(Asked::last, Comparator.reverseOrder()))
            .toList();
    withinTheUpload();
  }

  List<Asked> sorted() {
    return sorted;
  }

  /** What is in the way of that line. */
  List<Held> of(int line) {
    return byLine.getOrDefault(line, List.of());
  }

  /** Two prefixes overlap only where one contains the other: what is open now does. */
  private void withinTheUpload() {
    var open = new ArrayDeque<Asked>();
    for (Asked next : sorted) {
      while (!open.isEmpty() && open.peek().last().compareTo(next.first()) < 0) {
        open.pop();
      }
      for (Asked outer : open) {
        if (outer.line() != next.line()) {
          add(next.line(), new Held(outer.cidr(), outer.reference()));
          add(outer.line(), new Held(next.cidr(), next.reference()));
        }
      }
      open.push(next);
    }
  }

  /**
   * @param some of the sorted ones, in their order
   * @param held what connections hold there, by its first key: these do not overlap one another
   */
  void compareWith(List<Asked> some, NavigableMap<String, Held> held) {
    for (Asked asked : some) {
      var before = held.floorEntry(asked.first());
      if (before != null && before.getValue().cidr().lastKey().compareTo(asked.first()) >= 0) {
        add(asked.line(), before.getValue());
      }
      held.subMap(asked.first(), false, asked.last(), true).values().stream()
          .limit(MOST)
          .forEach(inner -> add(asked.line(), inner));
    }
  }

  private void add(int line, Held held) {
    var all = byLine.computeIfAbsent(line, l -> new ArrayList<>());
    if (all.size() < MOST) {
      all.add(held);
    }
  }
}
