package nl.poort25.exemption;

import nl.poort25.abuse.AbuseCase;
import nl.poort25.account.Scope;

/**
 * An open case that covers the connection of a request (4.13), as its reader may know of it.
 *
 * @param number null for a partner where it is another's
 * @param href likewise
 */
public record CaseOnConnection(String number, String href) {
  static CaseOnConnection of(AbuseCase open, Scope scope) {
    if (scope.isAll()) {
      return new CaseOnConnection(open.getNumber(), "/backoffice/abuse/" + open.getId());
    }
    return scope.includes(open.getPartner())
        ? new CaseOnConnection(open.getNumber(), "/abuse/" + open.getId())
        : new CaseOnConnection(null, null);
  }
}
