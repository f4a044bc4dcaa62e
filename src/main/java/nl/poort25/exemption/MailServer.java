package nl.poort25.exemption;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.poort25.network.Cidr;

/**
 * A mail server as a partner describes it. It counts once, with its IPv4 and its IPv6 address
 * (4.5).
 *
 * @param host its name in A-labels; null where that is not known of what was taken over
 * @param ipv4 or null
 * @param ipv6 or null; not both
 * @param product what runs on it; null as the host
 * @param manager who manages it; null as the host
 */
@Embeddable
public record MailServer(String host, String ipv4, String ipv6, String product, String manager) {
  /** Of which no more is known than what is open. */
  public static MailServer takenOver(String host, Cidr address) {
    return address.isIpv6()
        ? new MailServer(host, null, address.toString(), null, null)
        : new MailServer(host, address.toString(), null, null, null);
  }

  /** The same with its address of the other family. */
  public MailServer with(MailServer other) {
    return new MailServer(
        host, ipv4 == null ? other.ipv4 : ipv4, ipv6 == null ? other.ipv6 : ipv6, product, manager);
  }

  /** Those of the servers that have one of these addresses, with these only. */
  static List<MailServer> only(List<MailServer> servers, Set<String> addresses) {
    return servers.stream().map(s -> s.only(addresses)).filter(Objects::nonNull).toList();
  }

  /** The same with those of its addresses only; null where it has none of them. */
  private MailServer only(Set<String> addresses) {
    var narrowed =
        new MailServer(
            host,
            addresses.contains(ipv4) ? ipv4 : null,
            addresses.contains(ipv6) ? ipv6 : null,
            product,
            manager);
    return narrowed.addresses().isEmpty() ? null : narrowed;
  }

  public List<Cidr> addresses() {
    return Stream.of(ipv4, ipv6).filter(a -> a != null).map(Cidr::of).toList();
  }

  /** What people know it by. */
  public String name() {
    return host != null ? host : ipv4 != null ? ipv4 : ipv6;
  }

  boolean isComplete() {
    return host != null && isRunKnown();
  }

  /** Whether it is known what runs on it, and who manages it. */
  public boolean isRunKnown() {
    return product != null && manager != null;
  }

  /** Whether both are the same machine: by an address, or by name. */
  public boolean isSame(MailServer other) {
    return isShared(ipv4, other.ipv4) || isShared(ipv6, other.ipv6) || isNamedAs(other);
  }

  /** A second address of one family is a second machine, whatever its name (4.5). */
  private boolean isNamedAs(MailServer other) {
    return host != null
        && host.equals(other.host)
        && fits(ipv4, other.ipv4)
        && fits(ipv6, other.ipv6);
  }

  private static boolean isShared(String one, String other) {
    return one != null && one.equals(other);
  }

  private static boolean fits(String one, String other) {
    return one == null || other == null || Objects.equals(one, other);
  }
}
