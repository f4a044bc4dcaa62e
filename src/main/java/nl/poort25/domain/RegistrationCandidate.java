package nl.poort25.domain;

import nl.poort25.domainname.DomainName;

/**
 * A registration as the rules judge it, typed by itself or a line of a file.
 *
 * @param partnerId whose it would be; what this partner holds already is not in its way
 * @param application what is not given in it yet (null) is not judged
 * @param isGuess whether a partner may only be finding out which names others hold
 */
public record RegistrationCandidate(
    long partnerId, RegistrationRequest application, Origin origin, boolean isGuess) {
  /** What staff enters is no guess. */
  static RegistrationCandidate typed(
      long partnerId, RegistrationRequest application, Origin origin) {
    return new RegistrationCandidate(partnerId, application, origin, origin != Origin.REGISTERED);
  }

  /** Nor is what staff uploads, of names that were known before the portal was. */
  public static RegistrationCandidate uploaded(long partnerId, RegistrationRequest application) {
    return new RegistrationCandidate(partnerId, application, Origin.ADMINISTRATIVE, false);
  }

  DomainName name() {
    return application.name();
  }
}
