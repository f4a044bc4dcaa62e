package nl.poort25.mx;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The DNS as the portal asks it. A lookup may take as long as the timeouts allow: never within a
 * transaction. What comes as a future comes on a thread of the lookups, which nobody may keep
 * waiting. A lookup never throws for what the network or another's server does; a name that the DNS
 * cannot carry (RFC 1035, 2.3.4) is one that does not exist.
 */
public interface Dns {
  CompletableFuture<DnsAnswer<MxRecord>> mx(String name);

  /** The character-strings of one record are joined (RFC 7208, 3.3), without a separator. */
  CompletableFuture<DnsAnswer<String>> txt(String name);

  /** The name servers of the zone that the name lies in; the owner is the top of that zone. */
  CompletableFuture<DnsAnswer<String>> nameServers(String name);

  /**
   * The top of the zone that the name lies in, by its SOA: the name itself or one above it. Empty
   * where nobody said.
   */
  CompletableFuture<Optional<String>> zone(String name);

  /**
   * IPv4 and IPv6 together; unavailable if either is. An IPv4-mapped AAAA stays an Inet6Address.
   */
  DnsAnswer<InetAddress> addresses(String host);

  /** The same for whoever waits for the answer: what is not heard in time is unavailable. */
  DnsAnswer<InetAddress> addresses(String host, Duration most);
}
