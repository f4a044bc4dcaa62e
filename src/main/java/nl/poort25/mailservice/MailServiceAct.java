package nl.poort25.mailservice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nl.poort25.domain.DomainAct;
import nl.poort25.domain.Registration;

/** An act on a mail service: it stands in the history of its domain. */
public sealed interface MailServiceAct extends DomainAct {
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

  @Override
  default Map<String, String> after() {
    return values(service().getState());
  }

  record MailServiceOrdered(MailService service) implements MailServiceAct {}

  /** The partner asked for other fields: of an order, or of what is active. */
  record MailServiceChanged(MailService service, Delivery was) implements MailServiceAct {
    @Override
    public Map<String, String> before() {
      return values(was);
    }

    @Override
    public Map<String, String> after() {
      return values(service.asked());
    }
  }

  /**
   * Staff set up an order, or carried out a change.
   *
   * @param was what was in force before a change; null for an order
   */
  record MailServiceActivated(MailService service, Delivery was) implements MailServiceAct {
    public boolean isChange() {
      return was != null;
    }

    @Override
    public Map<String, String> before() {
      return isChange() ? values(was) : Map.of("state", MailServiceState.ORDERED.name());
    }

    @Override
    public Map<String, String> after() {
      var values = values(service.getState());
      if (service.getNote() != null) {
        values.put("note", service.getNote());
      }
      return values;
    }
  }

  /** Staff refused an order, or a change of what is active. */
  record MailServiceRefused(MailService service, Delivery refused) implements MailServiceAct {
    public boolean isChange() {
      return service.isActive();
    }

    @Override
    public Map<String, String> before() {
      return values(refused);
    }

    @Override
    public Map<String, String> after() {
      var values = values(service.getState());
      values.put("reason", service.getReason());
      return values;
    }
  }

  /** The partner ended it. */
  record MailServiceCancelled(MailService service, MailServiceState was) implements MailServiceAct {
    @Override
    public Map<String, String> before() {
      return values(was);
    }
  }

  /** It was in use before the portal knew of it, or before its name was transferred. */
  record MailServiceTakenOver(MailService service) implements MailServiceAct {
    @Override
    public Map<String, String> after() {
      var values = values(service.getState());
      if (service.isToAccept()) {
        values.put(
            "violations",
            service.getViolations().stream()
                .map(finding -> finding.cites().article().number())
                .distinct()
                .collect(Collectors.joining(" ")));
      }
      return values;
    }
  }

  /** Staff leaves a service as it was taken over, though it violates rules. */
  record MailServiceAccepted(MailService service) implements MailServiceAct {
    @Override
    public Map<String, String> after() {
      var values = values(service.getState());
      values.put("note", service.getNote());
      return values;
    }
  }

  /** Staff ended a service that was taken over. */
  record MailServiceStopped(MailService service, MailServiceState was) implements MailServiceAct {
    @Override
    public Map<String, String> before() {
      return values(was);
    }

    @Override
    public Map<String, String> after() {
      var values = values(service.getState());
      values.put("reason", service.getReason());
      return values;
    }
  }

  /** It ended because the registration of its name did (3.6), by withdrawal or transfer. */
  record MailServiceEnded(MailService service, MailServiceState was) implements MailServiceAct {
    @Override
    public Map<String, String> before() {
      return values(was);
    }
  }
}
