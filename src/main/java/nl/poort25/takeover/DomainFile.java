package nl.poort25.takeover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.poort25.domain.RegistrationAction;
import nl.poort25.domain.RegistrationRequest;
import nl.poort25.domainname.DomainName;
import nl.poort25.domainname.Idna;
import nl.poort25.imports.CsvTable;
import nl.poort25.imports.LineFault;
import nl.poort25.mailservice.Delivery;
import nl.poort25.mailservice.MailServiceForm;
import nl.poort25.mailservice.MailServiceKind;
import nl.poort25.web.FormErrors;
import nl.poort25.web.MalformedInput;
import nl.poort25.web.Text;

/**
 * Names that were known and mail services that were in use before the portal was, read from CSV, as
 * far as a line can be judged by itself.
 *
 * @param faults of lines that cannot be read; these are not among the entries
 */
public record DomainFile(List<DomainFile.Entry> entries, List<LineFault> faults) {
  /** The names of the columns, in any order and case. */
  static final List<String> COLUMNS =
      List.of(
          "name", "partner", "customer", "dns", "service", "intake", "destination", "local-part");

  private static final int LONGEST_CUSTOMER = 100;
  private static final Map<String, Boolean> ANSWERS =
      Map.of("ja", true, "yes", true, "nee", false, "no", false);

  /** What can be wrong with a line; the last two only the database can tell. */
  enum Fault {
    NO_DOMAINS,
    DNS,
    SERVICE,
    NO_SERVICE,
    CUSTOMER,
    OTHERWISE,
    TWICE,
    PARTNER,
    KNOWN_DOMAIN
  }

  /**
   * One line of the file.
   *
   * @param partner its name
   * @param kind of the service; null where the line has none
   * @param delivery null likewise
   * @param objection to how the name is written, unless it is held; null for none
   */
  record Entry(
      int number,
      String text,
      RegistrationRequest asked,
      String partner,
      MailServiceKind kind,
      Delivery delivery,
      LineFault objection) {
    DomainName name() {
      return asked.name();
    }
  }

  public static DomainFile read(String text) {
    var table = CsvTable.read(text, COLUMNS, Fault.NO_DOMAINS);
    var reader = new Reader();
    table.each(reader::read, reader.faults);
    return new DomainFile(reader.entries, reader.faults);
  }

  private static final class Reader {
    private final List<Entry> entries = new ArrayList<>();
    private final List<LineFault> faults = new ArrayList<>();
    private final Map<DomainName, Entry> first = new HashMap<>();
    private final Set<List<Object>> seen = new HashSet<>();
    private LineFault objection;

    void read(CsvTable.Row row) {
      int before = faults.size();
      objection = null;
      var name = name(row);
      var dns = ANSWERS.get(row.get("dns").toLowerCase(Locale.ROOT));
      if (dns == null) {
        faults.add(row.fault(Fault.DNS, MalformedInput.toDisplayText(row.get("dns"))));
      }
      if (row.get("partner").isEmpty()) {
        faults.add(row.fault(Fault.PARTNER, ""));
      }
      String customer = customer(row);
      var kind = kind(row);
      var delivery = kind == null || name == null ? null : delivery(row, kind, name);
      if (faults.size() > before) {
        return;
      }
      var asked = new RegistrationRequest(name, RegistrationAction.DO_NOT_MOVE, dns, customer);
      var entry =
          new Entry(row.line(), row.text(), asked, row.get("partner"), kind, delivery, objection);
      var other = first.putIfAbsent(name, entry);
      if (other != null && !isAlike(other, entry)) {
        faults.add(row.fault(Fault.OTHERWISE, other.number()));
      } else if (!seen.add(java.util.Arrays.asList(name, kind, delivery))) {
        faults.add(row.fault(Fault.TWICE, other.number()));
      } else {
        entries.add(entry);
      }
    }

    /** A name has one partner, customer and answer about its DNS, however many services. */
    private static boolean isAlike(Entry one, Entry other) {
      return one.partner().equalsIgnoreCase(other.partner())
          && Objects.equals(one.asked().customer(), other.asked().customer())
          && one.asked().dnsByProvider() == other.asked().dnsByProvider();
    }

    private DomainName name(CsvTable.Row row) {
      try {
        return DomainName.parse(row.get("name"));
      } catch (MalformedInput e) {
        var cure =
            e.suggestion().isEmpty()
                ? Text.of("network.upload.domain.cure")
                : Text.of("network.upload.meant", e.suggestion());
        var fault =
            new LineFault(
                row.line(), MalformedInput.toDisplayText(row.text()), e.text(), cure, null);
        // the rules of today are for new names: whether this one is held, only the database can
        // tell
        var old =
            Idna.isStricterNow(e)
                ? DomainName.ofOldSpelling(row.get("name"))
                : Optional.<DomainName>empty();
        if (old.isEmpty()) {
          faults.add(fault);
          return null;
        }
        objection = fault;
        return old.get();
      }
    }

    private String customer(CsvTable.Row row) {
      var errors = new FormErrors();
      String customer = errors.optional("customer", row.get("customer"), LONGEST_CUSTOMER);
      if (!errors.isEmpty()) {
        faults.add(row.fault(Fault.CUSTOMER, MalformedInput.toDisplayText(row.get("customer"))));
      }
      return customer;
    }

    private MailServiceKind kind(CsvTable.Row row) {
      String typed = row.get("service");
      if (typed.isEmpty()) {
        boolean more =
            List.of("intake", "destination", "local-part").stream()
                .anyMatch(column -> !row.get(column).isEmpty());
        if (more) {
          faults.add(row.fault(Fault.NO_SERVICE));
        }
        return null;
      }
      for (var kind : MailServiceKind.values()) {
        if (typed.equalsIgnoreCase(kind.name()) || typed.equalsIgnoreCase(kind.getTitle())) {
          return kind;
        }
      }
      faults.add(row.fault(Fault.SERVICE, MalformedInput.toDisplayText(typed)));
      return null;
    }

    private Delivery delivery(CsvTable.Row row, MailServiceKind kind, DomainName name) {
      var form = new MailServiceForm();
      form.intake = row.get("intake").toUpperCase(Locale.ROOT);
      form.destination = row.get("destination");
      form.localPart = row.get("local-part");
      var errors = new FormErrors();
      var delivery = form.read(kind, name.toString(), errors);
      errors
          .getAll()
          .forEach(
              (column, what) ->
                  faults.add(
                      new LineFault(
                          row.line(),
                          MalformedInput.toDisplayText(row.text()),
                          what,
                          Text.of("network.upload.service-field.cure", column),
                          null)));
      return delivery;
    }
  }
}
