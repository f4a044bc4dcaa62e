package nl.poort25.exemption;

import java.util.Map;
import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/** An act on an exemption: it stands in that exemption's history. */
interface ExemptionAct extends Act {
  Exemption exemption();

  @Override
  default Subject subject() {
    String number = exemption().getNumber();
    return new Subject(
        "exemption", exemption().getId(), number == null ? "" + exemption().getId() : number);
  }

  @Override
  default Long partnerId() {
    return exemption().getPartner().getId();
  }

  @Override
  default Map<String, String> after() {
    return Map.of("state", exemption().getState().name());
  }
}
