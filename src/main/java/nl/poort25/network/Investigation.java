package nl.poort25.network;

import java.util.Collection;

/**
 * An open investigation of abuse (4.14).
 *
 * @param number of the case, as people name it
 * @param path of its page for staff
 * @param connectionId that it covers
 * @param addresses that it covers
 */
public record Investigation(
    String number, String path, long connectionId, Collection<Cidr> addresses) {
  boolean covers(Connection connection) {
    return connection.getId() == connectionId;
  }

  boolean covers(Cidr cidr) {
    return addresses.stream().anyMatch(cidr::overlaps);
  }
}
