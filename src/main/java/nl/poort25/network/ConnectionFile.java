package nl.poort25.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.poort25.imports.CsvTable;
import nl.poort25.imports.LineFault;
import nl.poort25.web.FormErrors;
import nl.poort25.web.MalformedInput;

/**
 * Connections read from CSV, as far as a line can be judged by itself.
 *
 * @param faults of lines that cannot be read; these are not among the lines
 */
record ConnectionFile(List<Line> lines, List<LineFault> faults) {
  /** The names of the columns, in any order and case. */
  static final List<String> COLUMNS =
      List.of("reference", "kind", "partner", "customer", "site", "addresses");

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
    var table = CsvTable.read(text, COLUMNS, Fault.NO_LINES);
    var reader = new Reader();
    table.each(reader::read, reader.faults);
    return new ConnectionFile(reader.lines, reader.faults);
  }

  private static final class Reader {
    private final List<Line> lines = new ArrayList<>();
    private final List<LineFault> faults = new ArrayList<>();

    void read(CsvTable.Row row) {
      int before = faults.size();
      String reference = ConnectionReference.parse(row.get("reference"));
      var kind = KINDS.get(row.get("kind").toLowerCase(Locale.ROOT));
      String partner = row.get("partner");
      if (reference == null) {
        faults.add(row.fault(Fault.REFERENCE, MalformedInput.toDisplayText(row.get("reference"))));
      }
      if (kind == null) {
        faults.add(row.fault(Fault.KIND, MalformedInput.toDisplayText(row.get("kind"))));
      }
      if (partner.isEmpty()) {
        faults.add(row.fault(Fault.PARTNER, ""));
      }
      String customer = optional(row, "customer", 100);
      String site = optional(row, "site", 200);
      var addresses = addresses(row);
      if (faults.size() == before) {
        lines.add(
            new Line(row.line(), row.text(), reference, kind, partner, customer, site, addresses));
      }
    }

    private String optional(CsvTable.Row row, String column, int longest) {
      var errors = new FormErrors();
      String value = errors.optional(column, row.get(column), longest);
      if (!errors.isEmpty()) {
        faults.add(row.fault(Fault.TEXT, column, longest));
      }
      return value;
    }

    private List<Cidr> addresses(CsvTable.Row row) {
      var cidrs = new ArrayList<Cidr>();
      for (String typed : AddressCell.split(row.get("addresses"))) {
        try {
          cidrs.add(Cidr.parse(typed));
        } catch (MalformedInput e) {
          faults.add(
              e.hasFault(CidrParser.Fault.EMPTY) ? row.fault(Fault.ADDRESSES) : row.fault(e));
        }
      }
      return cidrs;
    }
  }
}
