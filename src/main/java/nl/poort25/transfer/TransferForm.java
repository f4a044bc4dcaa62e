package nl.poort25.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.poort25.account.Partner;
import nl.poort25.mailservice.Destination;
import nl.poort25.mailservice.MailService;
import nl.poort25.web.FormErrors;
import nl.poort25.web.MalformedInput;
import nl.poort25.web.SentForm;

/** What is typed to give a name to another partner. */
public final class TransferForm {
  static final TransferForm EMPTY = new TransferForm(SentForm.NONE);

  private static final int LONGEST_NOTE = 1000;
  private static final int LONGEST_CUSTOMER = 100;

  private final SentForm sent;

  TransferForm(SentForm sent) {
    this.sent = sent;
  }

  /** The id of the new partner. */
  public String getPartner() {
    return sent.text("partner");
  }

  public String getCustomer() {
    return sent.text("customer");
  }

  public String getNote() {
    return sent.text("note");
  }

  /** Where that service shall deliver; where it does now before anything was typed. */
  public String destination(MailService service) {
    String field = field(service);
    return sent.has(field) ? sent.text(field) : service.getDelivery().destination();
  }

  /** The name of its field. */
  static String field(MailService service) {
    return "destination-" + service.getId();
  }

  /**
   * The digest of what was shown.
   *
   * @param now what is shown before anything was sent
   */
  String seen(String now) {
    return sent.has("seen") ? sent.text("seen") : now;
  }

  /** Null with an error where it is none of these. */
  Partner readPartner(List<Partner> choices, FormErrors errors) {
    var chosen =
        choices.stream()
            .filter(partner -> partner.getId().toString().equals(getPartner()))
            .findFirst()
            .orElse(null);
    if (chosen == null) {
      errors.add("partner", "web.form.choose");
    }
    return chosen;
  }

  String readCustomer(FormErrors errors) {
    return errors.optional("customer", getCustomer(), LONGEST_CUSTOMER);
  }

  String readNote(FormErrors errors) {
    return errors.required("note", getNote(), LONGEST_NOTE);
  }

  /** By its service, each destination that is another than now. */
  Map<MailService, Destination> elsewhere(List<MailService> active, FormErrors errors) {
    var elsewhere = new HashMap<MailService, Destination>();
    for (var service : active) {
      String now = service.getDelivery().destination();
      String typed = destination(service);
      if (service.getDelivery().isDelivered() && !typed.strip().equals(now)) {
        try {
          var destination = Destination.parse(typed);
          if (!destination.toString().equals(now)) {
            elsewhere.put(service, destination);
          }
        } catch (MalformedInput e) {
          errors.add(field(service), e.text());
        }
      }
    }
    return elsewhere;
  }
}
