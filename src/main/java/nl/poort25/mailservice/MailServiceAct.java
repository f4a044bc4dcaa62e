package nl.poort25.mailservice;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.poort25.domain.DomainAct;
import nl.poort25.domain.Registration;

/** An act on a mail service: it stands in the history of its domain. */
sealed interface MailServiceAct extends DomainAct
    permits MailServiceOrdered,
        MailServiceChanged,
        MailServiceActivated,
        MailServiceRefused,
        MailServiceCancelled,
        MailServiceTakenOver,
        MailServiceAccepted,
        MailServiceStopped,
        MailServiceEnded {
  MailService service();

  @Override
  default Registration registration() {
    return service().getRegistration();
  }

  /** A domain can have several services: the number tells which. */
  default Map<String, String> values(Delivery delivery) {
    var values = new LinkedHashMap<String, String>();
    values.put("service", service().getKind().getTitle());
    values.put("number", String.valueOf(service().getId()));
    values.put("intake", delivery.intake().name());
    if (delivery.destination() != null) {
      values.put("destination", delivery.destination());
    }
    if (delivery.localPart() != null) {
      values.put("local-part", delivery.localPart());
    }
    return values;
  }

  default Map<String, String> values(MailServiceState state) {
    var values = values(service().getDelivery());
    values.put("state", state.name());
    return values;
  }
}
