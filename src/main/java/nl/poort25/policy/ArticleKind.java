package nl.poort25.policy;

/**
 * How the portal applies an article: enforced as a rule, told at the right place, or judged by
 * staff.
 */
public enum ArticleKind {
  RULE,
  TOLD,
  STAFF
}
