package nl.poort25.policy;

/** What becomes of an article: enforced on the server, told at the right place, judged by staff. */
public enum Kind {
  RULE,
  TOLD,
  STAFF
}
