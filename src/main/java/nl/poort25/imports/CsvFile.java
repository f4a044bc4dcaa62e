package nl.poort25.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.poort25.web.MalformedInput;
import nl.poort25.web.SafeParsing;

/**
 * What was read from a CSV whose first line names the columns that are asked for, in any order and
 * case, and also by the names that people here have for them.
 *
 * @param entries of the lines in which nothing is wrong; empty lines do not count
 * @param faults of the other lines, or of what cannot be read as a table
 */
public record CsvFile<E>(List<E> entries, List<LineFault> faults) {
  private static final int MOST_NAMED = 10;

  /** What can be wrong with any table. */
  public enum Fault {
    QUOTE,
    HEADER,
    COLUMNS
  }

  /**
   * @param empty the fault of a table without a line
   * @param reader of one line, which it refuses where something is wrong with it; one that it fails
   *     at is a fault, and the others are read
   */
  public static <E> CsvFile<E> read(
      String text, List<String> columns, Enum<?> empty, Function<CsvRow, E> reader) {
    List<Csv.Row> rows;
    try {
      rows = Csv.read(text);
    } catch (Csv.Unreadable e) {
      return refused(LineFault.of(FileLine.of(e.line(), ""), Fault.QUOTE));
    }
    if (rows.isEmpty()) {
      return refused(LineFault.of(FileLine.of(1, ""), empty));
    }
    var first = FileLine.of(rows.get(0).line(), rows.get(0).text());
    var header = CsvHeader.of(rows.get(0).fields(), columns);
    if (!header.isGood()) {
      return refused(
          LineFault.of(first, Fault.HEADER, all(header.missing()), all(header.unknown())));
    }
    if (rows.size() == 1) {
      return refused(LineFault.of(first, empty));
    }
    return read(rows.subList(1, rows.size()), header, reader);
  }

  private static <E> CsvFile<E> refused(LineFault fault) {
    return new CsvFile<>(List.of(), List.of(fault));
  }

  private static String all(List<String> names) {
    return names.isEmpty()
        ? "\u2013"
        : names.stream()
            .limit(MOST_NAMED)
            .map(MalformedInput::toDisplayText)
            .collect(Collectors.joining(", "));
  }

  private static <E> CsvFile<E> read(
      List<Csv.Row> lines, CsvHeader header, Function<CsvRow, E> reader) {
    var entries = new ArrayList<E>();
    var faults = new ArrayList<LineFault>();
    for (var line : lines) {
      var row = new CsvRow(line, header.places());
      if (header.fits(line.fields())) {
        E entry =
            SafeParsing.one(
                () -> reader.apply(row),
                () -> {
                  row.refuse(LineFault.Unforeseen.UNREADABLE);
                  return null;
                });
        if (row.isGood()) {
          entries.add(entry);
        }
      } else {
        row.refuse(Fault.COLUMNS, line.fields().size(), header.cells());
      }
      faults.addAll(row.faults());
    }
    return new CsvFile<>(entries, faults);
  }

  /**
   * The same without those entries that turn out to be wrong.
   *
   * @param fault what is wrong with an entry; null where nothing is
   * @return with its faults in the order of the lines
   */
  public CsvFile<E> without(Function<E, LineFault> fault) {
    var good = new ArrayList<E>();
    var all = new ArrayList<>(faults);
    for (E entry : entries) {
      var found = fault.apply(entry);
      if (found == null) {
        good.add(entry);
      } else {
        all.add(found);
      }
    }
    all.sort(Comparator.comparingInt(LineFault::line));
    return new CsvFile<>(good, all);
  }
}
