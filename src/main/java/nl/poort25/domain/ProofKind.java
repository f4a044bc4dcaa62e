package nl.poort25.domain;

/** What proves that the partner controls the name (3.5). */
public enum ProofKind {
  /** the zone's MX records were seen correct */
  MX,
  /** the TXT record with the partner's token was seen */
  TXT,
  /** staff recorded another proof */
  STAFF
}
