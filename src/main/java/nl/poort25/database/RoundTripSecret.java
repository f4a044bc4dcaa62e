package nl.poort25.database;

import java.util.Optional;

/**
 * Encrypts a text that leaves the portal in a page or waits in a session and comes back, with the
 * data key, so that nobody else can read or make one. What was encrypted for one purpose cannot be
 * used for another.
 */
public enum RoundTripSecret {
  /** For whom and on which page a form was shown. */
  FORM_MARK,
  /** What was typed in a form. */
  KEPT_FORM;

  public String encrypt(String plain) {
    return Secret.known().encrypt(plain, place());
  }

  /** Empty where no portal with this data key has sealed it for this. */
  public Optional<String> decrypt(String sealed) {
    try {
      return Optional.of(Secret.known().decrypt(sealed, place()));
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  private String place() {
    return "passed on:" + name();
  }
}
