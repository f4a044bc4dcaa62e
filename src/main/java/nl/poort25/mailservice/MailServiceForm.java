package nl.poort25.mailservice;

import jakarta.ws.rs.FormParam;
import nl.poort25.web.ChoiceParser;
import nl.poort25.web.FormErrors;
import nl.poort25.web.MalformedInput;

/** What is typed to order or change a mail service. */
public class MailServiceForm {
  @FormParam("intake")
  public String intake;

  @FormParam("destination")
  public String destination;

  @FormParam("local-part")
  public String localPart;

  @FormParam("acknowledged")
  public String acknowledged;

  /** What was probably meant by a destination that is none; null where nothing is suggested. */
  public String suggestion;

  static MailServiceForm of(Delivery delivery) {
    var form = new MailServiceForm();
    form.intake = delivery.intake().name();
    form.destination = delivery.destination();
    form.localPart = delivery.localPart();
    return form;
  }

  /** The fields of that service, or null with an error at each that is not right. */
  public Delivery read(MailServiceKind kind, String domain, FormErrors errors) {
    var chosen = kind.hasIntake() ? readIntake(errors) : kind.intake();
    if (chosen == null) {
      return null;
    }
    if (chosen.isDelivered()) {
      var read = readDestination(errors);
      return errors.isEmpty() ? Delivery.to(read) : null;
    }
    var local =
        kind.hasLocalPart() ? LocalPart.read("local-part", localPart, domain, errors) : null;
    return errors.isEmpty() ? Delivery.fetched(chosen, local) : null;
  }

  /** 1.2 and 3.8: without it no order. */
  void mustBeAcknowledged(FormErrors errors) {
    if (acknowledged == null) {
      errors.add("acknowledged", "mailservice.new.not-acknowledged");
    }
  }

  private DeliveryMethod readIntake(FormErrors errors) {
    var chosen = ChoiceParser.read(DeliveryMethod.class, "intake", intake, errors);
    if (chosen != null && !chosen.isDelivered() && destination != null && !destination.isBlank()) {
      errors.add("destination", "mailservice.new.destination.with-pop3");
    }
    return chosen;
  }

  private Destination readDestination(FormErrors errors) {
    try {
      return Destination.parse(destination == null ? "" : destination);
    } catch (MalformedInput e) {
      errors.add("destination", e.text());
      suggestion = e.suggestion().isEmpty() ? null : e.suggestion();
      return null;
    }
  }
}
