package nl.poort25.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.poort25.web.MalformedInput;
import nl.poort25.web.SafeParsing;

/**
 * A CSV whose first line names the columns that are asked for, in any order and case, and also by
 * the names that people here have for them.
 *
 * @param rows those with as many fields as there are columns; empty ones at the end do not count
 * @param faults of what cannot be read as a table
 */
public record CsvTable(List<CsvTable.Row> rows, List<LineFault> faults) {
  private static final int MOST_NAMED = 10;

  /** What can be wrong with any table. */
  public enum Fault {
    QUOTE,
    HEADER,
    COLUMNS
  }

  /** The columns by the names that people here have for them. */
  public static String alsoCalled(List<String> columns) {
    return CsvHeader.alsoCalled(columns);
  }

  /** One line of the table below its header. */
  public static final class Row {
    private final Csv.Row row;
    private final Map<String, Integer> places;

    private Row(Csv.Row row, Map<String, Integer> places) {
      this.row = row;
      this.places = places;
    }

    /** Counted from 1. */
    public int line() {
      return row.line();
    }

    public String text() {
      return row.text();
    }

    /** Without white space around it; empty where nothing is filled in. */
    public String get(String column) {
      return row.fields().get(places.get(column));
    }

    public LineFault fault(Enum<?> what, Object... arguments) {
      return LineFault.of(line(), text(), what, arguments);
    }

    public LineFault fault(MalformedInput what) {
      return LineFault.of(line(), text(), what);
    }
  }

  /**
   * @param empty the fault of a table without a line
   */
  public static CsvTable read(String text, List<String> columns, Enum<?> empty) {
    List<Csv.Row> rows;
    try {
      rows = Csv.read(text);
    } catch (Csv.Unreadable e) {
      return refused(LineFault.of(e.line(), "", Fault.QUOTE));
    }
    if (rows.isEmpty()) {
      return refused(LineFault.of(1, "", empty));
    }
    var first = rows.get(0);
    var header = CsvHeader.of(first.fields(), columns);
    if (!header.isGood()) {
      return refused(
          LineFault.of(
              first.line(),
              first.text(),
              Fault.HEADER,
              all(header.missing()),
              all(header.unknown())));
    }
    if (rows.size() == 1) {
      return refused(LineFault.of(first.line(), first.text(), empty));
    }
    return of(rows.subList(1, rows.size()), header);
  }

  private static String all(List<String> names) {
    return names.isEmpty()
        ? "\u2013"
        : names.stream()
            .limit(MOST_NAMED)
            .map(MalformedInput::toDisplayText)
            .collect(Collectors.joining(", "));
  }

  private static CsvTable of(List<Csv.Row> lines, CsvHeader header) {
    var table = new CsvTable(new ArrayList<>(), new ArrayList<>());
    for (var line : lines) {
      var row = new Row(line, header.places());
      boolean fits =
          line.fields().size() >= header.cells()
              && CsvHeader.filled(line.fields()) <= header.cells();
      if (fits) {
        table.rows.add(row);
      } else {
        table.faults.add(row.fault(Fault.COLUMNS, line.fields().size(), header.cells()));
      }
    }
    return table;
  }

  /**
   * Has each row read; one that its reader fails at is a fault, and the others are read.
   *
   * @param found where the faults go
   */
  public void each(Consumer<Row> reader, List<LineFault> found) {
    found.addAll(faults);
    for (var row : rows) {
      boolean read =
          SafeParsing.one(
              () -> {
                reader.accept(row);
                return true;
              },
              () -> false);
      if (!read) {
        found.add(row.fault(LineFault.Unforeseen.UNREADABLE));
      }
    }
  }

  private static CsvTable refused(LineFault fault) {
    return new CsvTable(List.of(), List.of(fault));
  }
}
