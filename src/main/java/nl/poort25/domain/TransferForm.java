package nl.poort25.domain;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.poort25.account.Partner;
import nl.poort25.mailservice.Delivery;
import nl.poort25.mailservice.Destination;
import nl.poort25.mailservice.MailService;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Malformed;

/** What is typed to give a name to another partner. */
final class TransferForm {
  private static final int LONGEST_NOTE = 1000;
  private static final int LONGEST_CUSTOMER = 100;
  private final MultivaluedMap<String, String> typed;
  private final FormErrors errors;

  TransferForm(MultivaluedMap<String, String> typed, FormErrors errors) {
    this.typed = typed;
    this.errors = errors;
  }

  /** The fields as they were typed, by name. */
  Map<String, String> fields() {
    var fields = new HashMap<String, String>();
    typed.keySet().forEach(name -> fields.put(name, typed.getFirst(name)));
    return fields;
  }

  /** Null with an error where it is none of these. */
  Partner partner(List<Partner> choices) {
    return choices.stream()
        .filter(partner -> partner.getId().toString().equals(typed.getFirst("partner")))
        .findFirst()
        .orElseGet(
            () -> {
              errors.add("partner", "web.form.choose");
              return null;
            });
  }

  String customer() {
    return errors.optional("customer", typed.getFirst("customer"), LONGEST_CUSTOMER);
  }

  String note() {
    return errors.required("note", typed.getFirst("note"), LONGEST_NOTE);
  }

  String seen() {
    return Objects.requireNonNullElse(typed.getFirst("seen"), "");
  }

  /** The name of its field. */
  static String field(MailService service) {
    return "destination-" + service.getId();
  }

  /** By its service, each destination that is another than now. */
  Map<MailService, Destination> elsewhere(List<MailService> active) {
    var elsewhere = new HashMap<MailService, Destination>();
    for (var service : active) {
      Delivery now = service.getDelivery();
      String text = typed.getFirst(field(service));
      if (now.isSmtp() && text != null && !text.strip().equals(now.destination())) {
        try {
          var destination = Destination.parse(text);
          if (!destination.toString().equals(now.destination())) {
            elsewhere.put(service, destination);
          }
        } catch (Malformed e) {
          errors.add(field(service), e.text());
        }
      }
    }
    return elsewhere;
  }
}
