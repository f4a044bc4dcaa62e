package nl.poort25.mailservice;

import inet.ipaddr.IPAddress;
import java.util.Optional;
import nl.poort25.web.MalformedInput;

/**
 * Where SMTP delivery hands mail over (POLICY 3.9): a host name in A-labels, or an address in the
 * form of RFC 5952. Whether mail may go there is for {@link DeliverableAddresses} to say, at each
 * use.
 */
public final class Destination {
  private final String text;
  private final IPAddress address;

  Destination(String host) {
    this.text = host;
    this.address = null;
  }

  Destination(IPAddress address) {
    this.text = address.toCanonicalString();
    this.address = address;
  }

  /**
   * Takes a host name as {@link nl.poort25.domainname.DomainName} does, a public suffix with more
   * than one label too, or an address, also as SMTP writes it: [192.0.2.1], [IPv6:2001:db8::1].
   *
   * @throws MalformedInput for anything else, of whatever length
   */
  public static Destination parse(String typed) {
    return TypedDestination.parse(typed);
  }

  /** Empty for a host name. */
  public Optional<IPAddress> address() {
    return Optional.ofNullable(address);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Destination destination && destination.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Without brackets; parses to the same destination. */
  @Override
  public String toString() {
    return text;
  }
}
