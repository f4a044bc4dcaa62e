package nl.poort25.domain;

/**
 * What to do with the name ("Aktie"). Only the first makes an administrative registration (3.2).
 */
public enum RegistrationAction {
  /** "Niet verhuizen" */
  DO_NOT_MOVE,
  /** "Verhuizen" */
  MOVE,
  /** "Nieuw registreren" */
  REGISTER_NEW
}
