package nl.poort25.point;

import java.util.Collection;
import nl.poort25.network.Cidr;

/**
 * An address that takes connections, with what a state does to it.
 *
 * @param own whether it is a mail server of the provider itself (2.5)
 * @param partly whether it stays open for some sources
 * @param inside whether it lies in the provider's prefixes by that state
 */
public record ObservedAddressRow(
    ObservedAddress seen, boolean own, boolean partly, boolean inside) {
  /** Whether nobody that the portal knows has it. */
  public boolean isUnknown() {
    return !own && seen.getConnection() == null;
  }

  static ObservedAddressRow of(
      ObservedAddress seen,
      Collection<String> own,
      Collection<String> pairs,
      Collection<Cidr> prefixes) {
    var address = Cidr.of(seen.getAddress());
    return new ObservedAddressRow(
        seen,
        own.contains(seen.getAddress()),
        pairs.contains(address.firstKey()),
        prefixes.stream().anyMatch(prefix -> prefix.contains(address)));
  }
}
