package nl.poort25.domain;

import java.time.Instant;
import java.util.Map;
import nl.poort25.audit.Act;
import nl.poort25.audit.ActFields;
import nl.poort25.audit.Subject;

/** An act on a domain: it stands in that domain's history. */
public interface DomainAct extends Act {
  Registration registration();

  @Override
  default Subject subject() {
    return new Subject("domain", registration().getId(), registration().getUnicodeName());
  }

  @Override
  default Long partnerId() {
    return registration().getPartner().getId();
  }

  record ControlProven(Registration registration) implements DomainAct {
    @Override
    public Map<String, String> after() {
      var control = registration.getControl();
      return ActFields.of("proof", control.getProof()).and("note", control.getNote());
    }
  }

  /** Staff has seen that somebody else than was said runs the DNS of the name (3.12). */
  record DnsRunBy(Registration registration) implements DomainAct {
    @Override
    public Map<String, String> before() {
      return Map.of("dns-by-provider", String.valueOf(!registration.isDnsByProvider()));
    }

    @Override
    public Map<String, String> after() {
      return Map.of("dns-by-provider", String.valueOf(registration.isDnsByProvider()));
    }
  }

  /** Staff has given the name to this partner, with proof of control (3.5). */
  record DomainReceived(Registration registration) implements DomainAct {
    @Override
    public Map<String, String> after() {
      return registered(registration)
          .and("proof", registration.getControl().getProof())
          .and("note", registration.getControl().getNote());
    }
  }

  record DomainRegistered(Registration registration) implements DomainAct {
    @Override
    public Map<String, String> after() {
      return registered(registration);
    }
  }

  private static ActFields registered(Registration registration) {
    var customer = registration.getCustomer();
    return ActFields.of("origin", registration.getOrigin())
        .and("action", registration.getAction())
        .and("dns-by-provider", registration.isDnsByProvider())
        .and("customer", customer == null ? null : customer.getName());
  }

  /**
   * Staff has given the name to another partner (3.5): the registration has ended, and what hangs
   * on it goes along. Whoever had it does not learn who has it now.
   *
   * @param to the registration that took its place
   */
  record DomainTransferred(Registration registration, DomainStatus was, Registration to)
      implements DomainAct {
    @Override
    public Map<String, String> before() {
      return Map.of("standing", was.name());
    }

    @Override
    public Map<String, String> after() {
      return Map.of("standing", DomainStatus.TRANSFERRED.name());
    }
  }

  /** The registration has ended, and with it its mail services (3.6). */
  record DomainWithdrawn(Registration registration, DomainStatus was) implements DomainAct {
    @Override
    public Map<String, String> before() {
      return Map.of("standing", was.name());
    }

    @Override
    public Map<String, String> after() {
      return Map.of("standing", DomainStatus.WITHDRAWN.name());
    }
  }

  /** A look at the DNS gave another verdict than the one before. */
  record MxChanged(Registration registration, MxState was) implements DomainAct {
    @Override
    public Map<String, String> before() {
      return Map.of("mx", was.name());
    }

    @Override
    public Map<String, String> after() {
      return Map.of("mx", registration.getStatus().getMx().name());
    }
  }

  record ProofEnded(Registration registration) implements DomainAct {}

  /** The proof is no longer seen; it ends at that moment if it does not come back. */
  record ProofLost(Registration registration, Instant endsAt) implements DomainAct {
    @Override
    public Map<String, String> after() {
      return Map.of(
          "proof", registration.getControl().getProof().name(), "ends-at", endsAt.toString());
    }
  }
}
