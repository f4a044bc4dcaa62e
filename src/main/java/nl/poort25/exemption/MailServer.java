package nl.poort25.exemption;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.stream.Stream;
import nl.poort25.network.Cidr;

/**
 * A mail server as a partner describes it. It counts once, with its IPv4 and its IPv6 address
 * (4.5).
 *
 * @param host its name in A-labels
 * @param ipv4 or null
 * @param ipv6 or null; not both
 * @param product what runs on it
 * @param manager who manages it
 */
@Embeddable
public record MailServer(String host, String ipv4, String ipv6, String product, String manager) {
  public List<Cidr> addresses() {
    return Stream.of(ipv4, ipv6).filter(a -> a != null).map(Cidr::of).toList();
  }

  /** Whether both are the same machine: by name or by an address. */
  boolean isSame(MailServer other) {
    return host.equals(other.host) || addresses().stream().anyMatch(other.addresses()::contains);
  }
}
