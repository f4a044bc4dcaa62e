package nl.poort25.exemption;

import java.time.Instant;

/**
 * Asks since when firewalls do what the portal decides: answered by whoever knows the enforcement
 * points. From then on nothing is open that was not decided here.
 */
public final class FirstEnforcement {
  private Instant at;

  /** The earliest of several answers counts; a null is none. */
  public void was(Instant moment) {
    if (moment != null && (at == null || moment.isBefore(at))) {
      at = moment;
    }
  }

  /** Null where none does so yet. */
  Instant at() {
    return at;
  }
}
