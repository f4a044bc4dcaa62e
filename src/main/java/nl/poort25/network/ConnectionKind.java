package nl.poort25.network;

/** What the provider gives out addresses on: the "dienst" that a ticket is filed on (4.8). */
public enum ConnectionKind {
  BUSINESS_LINE,
  TELEWORKER_LINE,
  COLOCATION
}
