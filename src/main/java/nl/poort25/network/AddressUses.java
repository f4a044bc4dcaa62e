package nl.poort25.network;

import java.util.Collection;
import java.util.List;

/** Knows what is open on addresses: implemented by exemptions, which stand above this package. */
public interface AddressUses {
  /** What is open on any of these, or asked for it, in the caller's transaction. */
  List<AddressUse> of(Collection<Cidr> addresses);
}
