package nl.poort25.domain;

/** How the name is known to the provider (3.1). */
public enum Origin {
  /** known administratively, nothing is moved */
  ADMINISTRATIVE,
  /** registered through the provider */
  REGISTERED
}
