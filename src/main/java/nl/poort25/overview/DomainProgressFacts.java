package nl.poort25.overview;

import java.time.Instant;
import nl.poort25.domain.DomainMailState;
import nl.poort25.domain.MxState;
import nl.poort25.domain.NextStep;
import nl.poort25.domain.Origin;
import nl.poort25.domain.ProofKind;
import nl.poort25.domain.Registration;
import nl.poort25.mailservice.RelayStatus;
import nl.poort25.mx.DnsReport;

/**
 * What the progress of a domain is derived from.
 *
 * @param proof what proves control; null while nothing does
 * @param lost whether that is no longer seen
 * @param faults how many MX records are not right; 0 where there is no set to find fault with
 * @param next what comes next by what is kept with the registration
 */
record DomainProgressFacts(
    Origin origin,
    Instant registeredAt,
    ProofKind proof,
    boolean lost,
    boolean dnsByProvider,
    DomainMailState mail,
    MxState mx,
    long faults,
    NextStep next,
    Relaying relays) {
  /** What is known of what the relays do. */
  enum Relaying {
    /** all were read back, and take the mail */
    TAKEN,
    NOT_YET,
    /** people look after one of them, or it only reports yet */
    UNKNOWN
  }

  static DomainProgressFacts of(Registration registration, DnsReport dns, RelayStatus relays) {
    var control = registration.getControl();
    return new DomainProgressFacts(
        registration.getOrigin(),
        registration.getRegisteredAt(),
        control.getProof(),
        control.getLostAt() != null,
        registration.isDnsByProvider(),
        registration.getStatus().getMail(),
        registration.getStatus().getMx(),
        dns.recordsAtFault(),
        registration.getStatus().getNextStep(),
        relaying(relays));
  }

  /** Whether everything is right but what the relays do. */
  boolean isOnlyRelayMissing() {
    return next == NextStep.NOTHING && relays == Relaying.NOT_YET;
  }

  private static Relaying relaying(RelayStatus relays) {
    if (relays.isMissing()) {
      return Relaying.NOT_YET;
    }
    return relays.getDoing() == RelayStatus.MailHandling.TAKEN ? Relaying.TAKEN : Relaying.UNKNOWN;
  }
}
