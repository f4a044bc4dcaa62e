package nl.poort25.audit;

import nl.poort25.list.ListUrl;

/**
 * An entry as the log shows it.
 *
 * @param partner the name of the partner as it is now, or null
 */
public record LogLine(AuditEntry entry, String partner) {
  /** The page of the subject, or null where it has none. */
  public String href() {
    return switch (entry.getSubjectType()) {
      case "domain" -> "/backoffice/domains/" + entry.getSubjectId();
      case "account" -> "/backoffice/accounts/" + entry.getSubjectId();
      case "partner" -> "/backoffice/partners/" + entry.getSubjectId();
      case "ticket", "ticket-internal" -> "/backoffice/tickets/" + entry.getSubjectId();
      case "mail" ->
          new ListUrl("/backoffice/mail").with("recipient", entry.getSubjectLabel()).toString();
      default -> null;
    };
  }

  /** Whether it is to say whose matter it was: it is no act on the partner himself. */
  public boolean isOfPartner() {
    return partner != null && !entry.getSubjectType().equals("partner");
  }

  /** The log of whoever acted. */
  public String personHref() {
    return new ListUrl(LogResource.PATH).with("person", entry.getActorName()).toString();
  }

  /** The log of the partner. */
  public String partnerHref() {
    return new ListUrl(LogResource.PATH).with("partner", entry.getPartnerId()).toString();
  }
}
