package nl.poort25.enforcement;

/**
 * The reason that a line was added to or removed from a state: a decision, a case of abuse, a
 * prefix, a setting, a mail service or a mail server of the provider.
 *
 * @param id of the decision, the case, the prefix, the mail service or the mail server; 0 for a
 *     setting
 */
public record Cause(Kind kind, long id) {
  /** Where the id is to be looked for. */
  public enum Kind {
    DECISION,
    ABUSE_CASE,
    PREFIX,
    SETTING,
    MAIL_SERVICE,
    /** one of the provider itself (2.5) */
    PROVIDER_MAIL_SERVER
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

  static Cause mailServer(long id) {
    return new Cause(Kind.PROVIDER_MAIL_SERVER, id);
  }

  static Cause mailService(long id) {
    return new Cause(Kind.MAIL_SERVICE, id);
  }
}
