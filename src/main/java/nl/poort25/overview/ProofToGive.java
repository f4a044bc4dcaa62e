package nl.poort25.overview;

import nl.poort25.domain.MxState;
import nl.poort25.domain.NextStep;
import nl.poort25.domain.Registration;

/**
 * How control of a name is proven, as its page tells it beside what is to be done now.
 *
 * @param despiteMx whether the MX records are right, which proves nothing by itself
 * @param here whether the provider records it, who runs the DNS
 * @param recordShown whether the TXT record is told here
 */
public record ProofToGive(boolean despiteMx, boolean here, boolean recordShown) {
  /** Null where nothing is to be proven. */
  static ProofToGive of(Registration registration, boolean forStaff) {
    var control = registration.getControl();
    var status = registration.getStatus();
    return control.isSeen()
        ? null
        : forStaff
            ? forStaff(control.isProven(), status.getMx())
            : ofPartner(registration.isDnsByProvider(), status.getNextStep());
  }

  static ProofToGive forStaff(boolean proven, MxState mx) {
    return new ProofToGive(!proven && mx == MxState.CORRECT, false, true);
  }

  /** The record stands in what is to be done now, where it is to be set now. */
  static ProofToGive ofPartner(boolean dnsByProvider, NextStep next) {
    return new ProofToGive(false, dnsByProvider, !dnsByProvider && next != NextStep.PROVE);
  }
}
