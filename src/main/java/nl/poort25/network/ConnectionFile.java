package nl.poort25.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Malformed;

/**
 * Connections read from CSV, as far as a line can be judged by itself.
 *
 * @param faults of lines that cannot be read; these are not among the lines
 */
record ConnectionFile(List<Line> lines, List<LineFault> faults) {
  /** The names of the columns, in any order and case. */
  static final List<String> COLUMNS =
      List.of("reference", "kind", "partner", "customer", "site", "addresses");

  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Map<String, ConnectionKind> KINDS =
      Map.of(
          "business_line", ConnectionKind.BUSINESS_LINE,
          "business line", ConnectionKind.BUSINESS_LINE,
          "zakelijke lijn", ConnectionKind.BUSINESS_LINE,
          "teleworker_line", ConnectionKind.TELEWORKER_LINE,
          "teleworker line", ConnectionKind.TELEWORKER_LINE,
          "thuiswerkerlijn", ConnectionKind.TELEWORKER_LINE,
          "colocation", ConnectionKind.COLOCATION);

  /** What can be wrong with a line. */
  enum Fault {
    QUOTE,
    HEADER,
    COLUMNS,
    NO_LINES,
    REFERENCE,
    KIND,
    PARTNER,
    TEXT,
    ADDRESSES
  }

  /**
   * @param partner its name
   * @param customer name, or null
   * @param site or null
   */
  record Line(
      int number,
      String text,
      String reference,
      ConnectionKind kind,
      String partner,
      String customer,
      String site,
      List<Cidr> addresses) {}

  static ConnectionFile read(String text) {
    List<Csv.Row> rows;
    try {
      rows = Csv.read(text);
    } catch (Csv.Unreadable e) {
      return new ConnectionFile(List.of(), List.of(LineFault.of(e.line(), "", Fault.QUOTE)));
    }
    if (rows.isEmpty()) {
      return new ConnectionFile(List.of(), List.of(LineFault.of(1, "", Fault.NO_LINES)));
    }
    var header = rows.get(0);
    var names = header.fields().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    if (!new HashSet<>(names).equals(Set.copyOf(COLUMNS)) || names.size() != COLUMNS.size()) {
      return new ConnectionFile(
          List.of(),
          List.of(
              LineFault.of(header.line(), header.text(), Fault.HEADER, String.join(";", COLUMNS))));
    }
    var reader = new Reader(names);
    rows.subList(1, rows.size()).forEach(reader::read);
    if (rows.size() == 1) {
      reader.faults.add(LineFault.of(header.line(), header.text(), Fault.NO_LINES));
    }
    return new ConnectionFile(reader.lines, reader.faults);
  }

  private static final class Reader {
    private final Map<String, Integer> places;
    private final List<Line> lines = new ArrayList<>();
    private final List<LineFault> faults = new ArrayList<>();

    Reader(List<String> names) {
      places =
          IntStream.range(0, names.size())
              .boxed()
              .collect(Collectors.toMap(names::get, Function.identity()));
    }

    void read(Csv.Row row) {
      int before = faults.size();
      if (row.fields().size() != COLUMNS.size()) {
        fault(row, Fault.COLUMNS, row.fields().size(), COLUMNS.size());
        return;
      }
      String reference = Reference.parse(field(row, "reference"));
      var kind = KINDS.get(field(row, "kind").toLowerCase(Locale.ROOT));
      String partner = field(row, "partner");
      if (reference == null) {
        fault(row, Fault.REFERENCE, Malformed.shown(field(row, "reference")));
      }
      if (kind == null) {
        fault(row, Fault.KIND, Malformed.shown(field(row, "kind")));
      }
      if (partner.isEmpty()) {
        fault(row, Fault.PARTNER, "");
      }
      String customer = optional(row, "customer", 100);
      String site = optional(row, "site", 200);
      var addresses = addresses(row);
      if (faults.size() == before) {
        lines.add(
            new Line(row.line(), row.text(), reference, kind, partner, customer, site, addresses));
      }
    }

    private String optional(Csv.Row row, String column, int longest) {
      var errors = new FormErrors();
      String value = errors.optional(column, field(row, column), longest);
      if (!errors.isEmpty()) {
        fault(row, Fault.TEXT, column, longest);
      }
      return value;
    }

    private List<Cidr> addresses(Csv.Row row) {
      var cidrs = new ArrayList<Cidr>();
      for (String typed : SEPARATORS.split(field(row, "addresses"))) {
        try {
          cidrs.add(Cidr.parse(typed));
        } catch (Malformed e) {
          faults.add(
              e.is(TypedCidr.Fault.EMPTY)
                  ? LineFault.of(row.line(), row.text(), Fault.ADDRESSES)
                  : LineFault.of(row.line(), row.text(), e));
        }
      }
      return cidrs;
    }

    private String field(Csv.Row row, String column) {
      return row.fields().get(places.get(column));
    }

    private void fault(Csv.Row row, Fault fault, Object... arguments) {
      faults.add(LineFault.of(row.line(), row.text(), fault, arguments));
    }
  }
}
