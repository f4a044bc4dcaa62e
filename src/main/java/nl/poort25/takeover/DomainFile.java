package nl.poort25.takeover;

import java.util.Arrays;
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
import nl.poort25.imports.CsvFile;
import nl.poort25.imports.CsvRow;
import nl.poort25.imports.FileLine;
import nl.poort25.imports.LineFault;
import nl.poort25.mailservice.Delivery;
import nl.poort25.mailservice.MailServiceForm;
import nl.poort25.mailservice.MailServiceKind;
import nl.poort25.text.Text;
import nl.poort25.web.FormErrors;
import nl.poort25.web.MalformedInput;

/**
 * Reads names that were known and mail services that were in use before the portal was, from CSV,
 * as far as a line can be judged by itself.
 */
public final class DomainFile {
  /** The names of the columns, in any order and case. */
  static final List<String> COLUMNS =
      List.of(
          "name", "partner", "customer", "dns", "service", "intake", "destination", "local-part");

  private static final int LONGEST_CUSTOMER = 100;
  private static final Map<String, Boolean> ANSWERS =
      Map.of("ja", true, "yes", true, "nee", false, "no", false);

  /**
   * What can be wrong with a line; whether a partner or name is known only the database can tell.
   */
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
  public record Entry(
      int number,
      String text,
      RegistrationRequest asked,
      String partner,
      MailServiceKind kind,
      Delivery delivery,
      LineFault objection)
      implements FileLine {
    public DomainName name() {
      return asked.name();
    }
  }

  private DomainFile() {}

  public static CsvFile<Entry> read(String text) {
    return CsvFile.read(text, COLUMNS, Fault.NO_DOMAINS, new Reader()::entry);
  }

  private static final class Reader {
    private final Map<DomainName, Entry> first = new HashMap<>();
    private final Set<List<Object>> seen = new HashSet<>();

    Entry entry(CsvRow row) {
      var written = name(row);
      var dns = row.choice("dns", ANSWERS, Fault.DNS);
      String partner = row.required("partner", Fault.PARTNER);
      String customer = row.optional("customer", LONGEST_CUSTOMER, Fault.CUSTOMER);
      var kind = kind(row);
      var delivery = kind == null || written == null ? null : delivery(row, kind, written.name());
      if (!row.isGood()) {
        return null;
      }
      var name = written.name();
      var asked = new RegistrationRequest(name, RegistrationAction.DO_NOT_MOVE, dns, customer);
      var entry =
          new Entry(row.number(), row.text(), asked, partner, kind, delivery, written.objection());
      var other = first.putIfAbsent(name, entry);
      if (other != null && !isAlike(other, entry)) {
        row.refuse(Fault.OTHERWISE, other.number());
      } else if (!seen.add(Arrays.asList(name, kind, delivery))) {
        row.refuse(Fault.TWICE, other.number());
      }
      return entry;
    }

    /** A name has one partner, customer and answer about its DNS, however many services. */
    private static boolean isAlike(Entry one, Entry other) {
      return one.partner().equalsIgnoreCase(other.partner())
          && Objects.equals(one.asked().customer(), other.asked().customer())
          && one.asked().dnsByProvider() == other.asked().dnsByProvider();
    }

    /**
     * @param objection to how it is written; null for none
     */
    private record WrittenName(DomainName name, LineFault objection) {}

    /** Null where it is refused. */
    private static WrittenName name(CsvRow row) {
      try {
        return new WrittenName(DomainName.parse(row.get("name")), null);
      } catch (MalformedInput e) {
        var fault = LineFault.of(row, e, "network.upload.domain.cure");
        // the rules of today are for new names: whether this one is held, only the database can
        // tell
        var old =
            Idna.isStricterNow(e)
                ? DomainName.ofOldSpelling(row.get("name"))
                : Optional.<DomainName>empty();
        if (old.isEmpty()) {
          row.refuse(fault);
          return null;
        }
        return new WrittenName(old.get(), fault);
      }
    }

    private MailServiceKind kind(CsvRow row) {
      String typed = row.get("service");
      if (typed.isEmpty()) {
        boolean more =
            List.of("intake", "destination", "local-part").stream()
                .anyMatch(column -> !row.get(column).isEmpty());
        if (more) {
          row.refuse(Fault.NO_SERVICE);
        }
        return null;
      }
      for (var kind : MailServiceKind.values()) {
        if (typed.equalsIgnoreCase(kind.name()) || typed.equalsIgnoreCase(kind.getTitle())) {
          return kind;
        }
      }
      row.refuse(Fault.SERVICE, row.shown("service"));
      return null;
    }

    private Delivery delivery(CsvRow row, MailServiceKind kind, DomainName name) {
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
                  row.refuse(
                      LineFault.of(
                          row, what, Text.of("network.upload.service-field.cure", column))));
      return delivery;
    }
  }
}
