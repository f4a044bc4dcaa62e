package nl.poort25.network;

import java.util.Collection;
import java.util.Map;

/**
 * Staff takes addresses away and closes what is open on them: whoever opened it observes this event
 * and closes it in the same transaction. Fired only where {@link AddressUse} found something,
 * beside the act that it follows from.
 *
 * @param connection as it is from now on
 * @param cidrs what nothing may be open on any more; the connection may still hold them where it
 *     changed its kind
 * @param reason why, as staff wrote it for the partner; at most 1,000 characters
 */
public record AddressesTaken(
    Connection connection, Collection<Cidr> cidrs, String reason, Cause cause)
    implements ConnectionAct {
  public enum Cause {
    /** the connection no longer has the addresses */
    REMOVED,
    /** the connection ended */
    ENDED,
    /** it is a teleworker line from now on (4.2) */
    TELEWORKER_LINE,
    /** the addresses are no longer the provider's (2.2) */
    OUTSIDE
  }

  @Override
  public Map<String, String> after() {
    return Map.of(
        "addresses", ConnectionAct.joined(cidrs), "reason", reason, "cause", cause.name());
  }
}
