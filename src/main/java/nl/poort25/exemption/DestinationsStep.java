package nl.poort25.exemption;

import java.util.function.Consumer;
import nl.poort25.network.Cidr;
import nl.poort25.web.FormErrors;
import nl.poort25.web.SentForm;

/** The addresses that mail goes to. */
record DestinationsStep(String destinations) implements StepForm {
  DestinationsStep(SentForm sent) {
    this(sent.text("destinations"));
  }

  static DestinationsStep of(Exemption draft) {
    return new DestinationsStep(AddressField.shown(draft.getAnswers().getDestinations()));
  }

  @Override
  public Consumer<Exemption> read(FormErrors errors) {
    var addresses = AddressField.read("destinations", destinations, Cidr::parseAddress, errors);
    return draft -> draft.draftAnswers().setDestinations(addresses);
  }
}
