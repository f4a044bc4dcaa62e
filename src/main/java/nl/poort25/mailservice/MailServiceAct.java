package nl.poort25.mailservice;

import java.util.Map;
import java.util.stream.Collectors;
import nl.poort25.audit.ActFields;
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
  default ActFields values(Delivery delivery) {
    return ActFields.of("service", service().getKind().getTitle())
        .and("number", service().getId())
        .and("intake", delivery.intake())
        .and("destination", delivery.destination())
        .and("local-part", delivery.localPart());
  }

  default ActFields values(MailServiceState state) {
    return values(service().getDelivery()).and("state", state);
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
      return values(service.getState()).and("note", service.getNote());
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
      return values(service.getState()).and("reason", service.getReason());
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
        values.and(
            "violations",
            service.getPriorUse().getVerdict().findings().stream()
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
      return values(service.getState()).and("note", service.getNote());
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
      return values(service.getState()).and("reason", service.getReason());
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
