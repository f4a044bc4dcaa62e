package nl.poort25.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;
import nl.poort25.imports.SkippedRecord.Reason;

/**
 * How many records of a RIPE file were taken and how many were skipped, by reason.
 *
 * @param taken how many count
 * @param counts how many do not, by the reason
 * @param named the first of those, but for other holders'
 */
public record FileTally(int taken, Map<Reason, Integer> counts, List<SkippedRecord> named) {
  private static final int MOST_NAMED = 200;
  private static final String BETWEEN = "\t";

  public FileTally {
    counts = Map.copyOf(counts);
    named = List.copyOf(named);
  }

  /** Gathers it while the file is read. */
  public static final class Builder {
    private final Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
    private final List<SkippedRecord> named = new ArrayList<>();
    private int taken;

    public void take() {
      taken++;
    }

    public void leaveOut(SkippedRecord left) {
      counts.merge(left.reason(), 1, Integer::sum);
      if (left.reason() != Reason.OTHER_HOLDER && named.size() < MOST_NAMED) {
        named.add(left);
      }
    }

    public FileTally build() {
      return new FileTally(taken, counts, named);
    }
  }

  /** How many records the file has. */
  public int all() {
    return taken + left();
  }

  public int left() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Those that are not named: other holders', and what is more than a page shows. */
  public List<Entry<Reason, Integer>> getOthers() {
    return Stream.of(Reason.values())
        .map(reason -> Map.entry(reason, counts.getOrDefault(reason, 0) - named(reason)))
        .filter(entry -> entry.getValue() > 0)
        .toList();
  }

  private int named(Reason reason) {
    return (int) named.stream().filter(left -> left.reason() == reason).count();
  }

  /** Of one that waits in the database. */
  public String written() {
    var lines = new ArrayList<String>();
    lines.add(String.valueOf(taken));
    counts.forEach((reason, count) -> lines.add(reason + BETWEEN + count));
    named.forEach(
        left ->
            lines.add(
                String.join(
                    BETWEEN,
                    left.reason().name(),
                    String.valueOf(left.line()),
                    left.text(),
                    left.detail())));
    return String.join("\n", lines);
  }

  /**
   * @param written null for an import from before they were kept
   */
  public static FileTally of(String written) {
    if (written == null) {
      return null;
    }
    var counts = new EnumMap<Reason, Integer>(Reason.class);
    var named = new ArrayList<SkippedRecord>();
    var lines = written.lines().toList();
    for (String line : lines.subList(1, lines.size())) {
      String[] words = line.split(BETWEEN, -1);
      var reason = Reason.valueOf(words[0]);
      if (words.length == 2) {
        counts.put(reason, Integer.valueOf(words[1]));
      } else {
        named.add(new SkippedRecord(reason, Integer.parseInt(words[1]), words[2], words[3]));
      }
    }
    return new FileTally(Integer.parseInt(lines.get(0)), counts, named);
  }
}
