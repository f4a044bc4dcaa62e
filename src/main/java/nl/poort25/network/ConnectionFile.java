package nl.poort25.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.poort25.imports.CsvFile;
import nl.poort25.imports.CsvRow;
import nl.poort25.imports.FileLine;
import nl.poort25.imports.LineFault;
import nl.poort25.web.MalformedInput;

/** Reads connections from CSV, as far as a line can be judged by itself. */
final class ConnectionFile {
  /** The names of the columns, in any order and case. */
  static final List<String> COLUMNS =
      List.of("reference", "kind", "partner", "customer", "site", "addresses");

  private static final int LONGEST_CUSTOMER = 100;
  private static final int LONGEST_SITE = 200;
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
   * One line of the file.
   *
   * @param partner its name
   * @param customer name, or null
   * @param site or null
   */
  record Entry(
      int number,
      String text,
      String reference,
      ConnectionKind kind,
      String partner,
      String customer,
      String site,
      List<Cidr> addresses)
      implements FileLine {}

  private ConnectionFile() {}

  static CsvFile<Entry> read(String text) {
    return CsvFile.read(text, COLUMNS, Fault.NO_LINES, ConnectionFile::entry);
  }

  private static Entry entry(CsvRow row) {
    String reference = ConnectionReference.parse(row.get("reference"));
    if (reference == null) {
      row.refuse(Fault.REFERENCE, row.shown("reference"));
    }
    return new Entry(
        row.number(),
        row.text(),
        reference,
        row.choice("kind", KINDS, Fault.KIND),
        row.required("partner", Fault.PARTNER),
        row.optional("customer", LONGEST_CUSTOMER, Fault.TEXT, "customer", LONGEST_CUSTOMER),
        row.optional("site", LONGEST_SITE, Fault.TEXT, "site", LONGEST_SITE),
        addresses(row));
  }

  private static List<Cidr> addresses(CsvRow row) {
    var cidrs = new ArrayList<Cidr>();
    for (String typed : AddressCell.split(row.get("addresses"))) {
      try {
        cidrs.add(Cidr.parse(typed));
      } catch (MalformedInput e) {
        row.refuse(
            e.hasFault(CidrParser.Fault.EMPTY)
                ? LineFault.of(row, Fault.ADDRESSES)
                : LineFault.of(row, e));
      }
    }
    return cidrs;
  }
}
