package nl.poort25.enforcement;

/**
 * What brought a line, or took it away.
 *
 * @param id of the decision, the case, the prefix or the mail service; 0 for a setting
 */
public record Cause(Kind kind, long id) {
  /** Where the id is to be looked for. */
  public enum Kind {
    DECISION,
    ABUSE_CASE,
    PREFIX,
    SETTING,
    MAIL_SERVICE
  }

  static final Cause SETTING = new Cause(Kind.SETTING, 0);

  static Cause decision(long id) {
    return new Cause(Kind.DECISION, id);
  }

  static Cause prefix(long id) {
    return new Cause(Kind.PREFIX, id);
  }

  static Cause abuseCase(long id) {
    return new Cause(Kind.ABUSE_CASE, id);
  }

  static Cause mailService(long id) {
    return new Cause(Kind.MAIL_SERVICE, id);
  }
}
