package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.RelayLine;
import nl.poort25.state.StateDiff;

/**
 * The lines that a generation brings and takes away, each with what brought it. It may be all of a
 * million lines, so they are kept as packed text and not as objects.
 */
final class LineChange {
  private static final int PAGE = 1 << 16;
  private static final int SOME = 20;
  private final List<String> full = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private final Map<String, Integer> balance = new TreeMap<>();
  private int added;
  private int removed;

  /**
   * @param cause what brought the line, also where it goes
   */
  record Entry(boolean added, String text, Cause cause) {
    /** As a change is written: the line after the sign of what becomes of it. */
    String written() {
      return (added ? "+" : "-") + text;
    }
  }

  /** From those lines to these. */
  static LineChange between(
      SortedMap<? extends DesiredLine, Cause> before,
      SortedMap<? extends DesiredLine, Cause> after) {
    var change = new LineChange();
    var lines = StateDiff.between(before.keySet(), after.keySet());
    lines.removed().forEach(line -> change.remove(line.toString(), before.get(line)));
    lines.added().forEach(line -> change.add(line.toString(), after.get(line)));
    return change;
  }

  void add(String text, Cause cause) {
    append(new Entry(true, text, cause));
  }

  void remove(String text, Cause cause) {
    append(new Entry(false, text, cause));
  }

  private void append(Entry entry) {
    open.append(entry.added() ? '+' : '-')
        .append(entry.cause().kind())
        .append(' ')
        .append(entry.cause().id())
        .append(' ')
        .append(entry.text())
        .append('\n');
    if (open.length() > PAGE) {
      full.add(open.toString());
      open.setLength(0);
    }
    added += entry.added() ? 1 : 0;
    removed += entry.added() ? 0 : 1;
    balance.merge(word(entry.text()), entry.added() ? 1 : -1, Integer::sum);
  }

  private static String word(String text) {
    return text.substring(0, text.indexOf(' '));
  }

  Stream<Entry> entries() {
    return Stream.concat(full.stream(), Stream.of(open.toString()))
        .flatMap(String::lines)
        .map(LineChange::read);
  }

  private static Entry read(String line) {
    int id = line.indexOf(' ') + 1;
    int text = line.indexOf(' ', id) + 1;
    return new Entry(
        line.charAt(0) == '+',
        line.substring(text),
        new Cause(
            Cause.Kind.valueOf(line.substring(1, id - 1)),
            Long.parseLong(line.substring(id, text - 1))));
  }

  /** The first of them, for a reader. */
  String sample() {
    return entries().limit(SOME).map(Entry::written).collect(joining(", "));
  }

  /** The same with what comes and what goes exchanged. */
  LineChange inverse() {
    var inverse = new LineChange();
    entries().forEach(e -> inverse.append(new Entry(!e.added(), e.text(), e.cause())));
    return inverse;
  }

  /** What becomes of other lines comes to it. */
  void addAll(LineChange others) {
    others.entries().forEach(this::append);
  }

  /** The same but for the lines of that kind. */
  LineChange without(RelayLine.Kind kind) {
    var rest = new LineChange();
    entries().filter(e -> !word(e.text()).equals(kind.word())).forEach(rest::append);
    return rest;
  }

  int added() {
    return added;
  }

  int removed() {
    return removed;
  }

  int size() {
    return added + removed;
  }

  boolean isNone() {
    return size() == 0;
  }

  /** How many lines of that kind there are more by it. */
  int balance(RelayLine.Kind kind) {
    return balance.getOrDefault(kind.word(), 0);
  }

  /** Adds it to a digest, as it is written. */
  void addTo(MessageDigest digest) {
    for (Iterator<Entry> all = entries().iterator(); all.hasNext(); ) {
      digest.update((all.next().written() + "\n").getBytes(US_ASCII));
    }
  }
}
