package nl.poort25.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import nl.poort25.web.FormErrors;
import nl.poort25.web.MalformedInput;

/**
 * One line of a CSV below its header, and what is found to be wrong with it as it is read.
 *
 * <p>What reads a column ({@link #required}, {@link #optional}, {@link #choice}, {@link #parsed})
 * refuses the line where that is wrong, and gives null then. The fault says what is written there.
 */
public final class CsvRow implements FileLine {
  private final Csv.Row row;
  private final Map<String, Integer> places;
  private final List<LineFault> faults = new ArrayList<>();

  CsvRow(Csv.Row row, Map<String, Integer> places) {
    this.row = row;
    this.places = places;
  }

  @Override
  public int number() {
    return row.line();
  }

  @Override
  public String text() {
    return row.text();
  }

  /** Without white space around it; empty where nothing is filled in. */
  public String get(String column) {
    return row.fields().get(places.get(column));
  }

  /** The same, fit to be shown. */
  public String shown(String column) {
    return MalformedInput.toDisplayText(get(column));
  }

  public void refuse(Enum<?> fault, Object... arguments) {
    refuse(LineFault.of(this, fault, arguments));
  }

  public void refuse(LineFault fault) {
    faults.add(fault);
  }

  /** Whether nothing is wrong with it so far. */
  public boolean isGood() {
    return faults.isEmpty();
  }

  List<LineFault> faults() {
    return faults;
  }

  /** What must be filled in. */
  public String required(String column, Enum<?> fault) {
    if (get(column).isEmpty()) {
      refuse(fault, shown(column));
      return null;
    }
    return get(column);
  }

  /**
   * What may be empty: null then too.
   *
   * @param arguments of the fault, where it says something else than what is written
   */
  public String optional(String column, int longest, Enum<?> fault, Object... arguments) {
    var errors = new FormErrors();
    String value = errors.optional(column, get(column), longest);
    if (!errors.isEmpty()) {
      refuse(fault, arguments.length == 0 ? new Object[] {shown(column)} : arguments);
    }
    return value;
  }

  /**
   * What is called so.
   *
   * @param names in small letters
   */
  public <T> T choice(String column, Map<String, T> names, Enum<?> fault) {
    T chosen = names.get(get(column).toLowerCase(Locale.ROOT));
    if (chosen == null) {
      refuse(fault, shown(column));
    }
    return chosen;
  }

  /** What the parser makes of it; the fault is the one that it names. */
  public <T> T parsed(String column, Function<String, T> parser) {
    try {
      return parser.apply(get(column));
    } catch (MalformedInput e) {
      refuse(LineFault.of(this, e));
      return null;
    }
  }
}
