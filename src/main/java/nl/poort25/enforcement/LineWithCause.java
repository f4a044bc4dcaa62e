package nl.poort25.enforcement;

import nl.poort25.exemption.Decision;

/**
 * A line of a generation with the decision that caused it, as pages and the history API show it.
 *
 * @param decision null where something else than a decision on an exemption did
 */
public record LineWithCause(LineSpan line, Decision decision) {
  /** What brought it, for a text. */
  public Cause.Kind getKind() {
    return line.cause().kind();
  }

  /** The page of what brought it; null where it has none. */
  public String getHref() {
    long id = line.cause().id();
    return switch (line.cause().kind()) {
      case DECISION ->
          decision == null ? null : "/backoffice/exemptions/" + decision.getExemption().getId();
      case ABUSE_CASE -> "/backoffice/abuse/" + id;
      case MAIL_SERVICE -> "/backoffice/mail-services/" + id;
      case PROVIDER_MAIL_SERVER -> "/backoffice/mail-servers/" + id;
      case PREFIX, SETTING -> null;
    };
  }
}
