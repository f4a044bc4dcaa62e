package nl.poort25.exemption;

import nl.poort25.abuse.AbuseCase;

/**
 * An open case that covers the connection of a request (4.13), as its reader may know of it.
 *
 * @param number null for a partner where it is another's
 * @param href likewise
 */
public record CaseOnConnection(String number, String href) {
  /**
   * @param partnerId null for staff
   */
  static CaseOnConnection of(AbuseCase open, Long partnerId) {
    if (partnerId == null) {
      return new CaseOnConnection(open.getNumber(), "/backoffice/abuse/" + open.getId());
    }
    return open.getPartner().getId().equals(partnerId)
        ? new CaseOnConnection(open.getNumber(), "/abuse/" + open.getId())
        : new CaseOnConnection(null, null);
  }
}
