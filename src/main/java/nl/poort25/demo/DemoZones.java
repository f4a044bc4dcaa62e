package nl.poort25.demo;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.poort25.mx.DnsAnswer;
import nl.poort25.mx.DnsAnswer.Cause;
import nl.poort25.mx.MxRecord;

/**
 * The zones of the demo world: one for every verdict there is. Every other name under .example is
 * of a customer who follows the portal: his mail server of old, the TXT record once a mail service
 * is ordered, and the relays as soon as it is active, so that whoever tries the portal gets all the
 * way.
 */
final class DemoZones {
  /** Under which all names of the demo lie (RFC 6761). */
  static final String TOP = ".example";

  // name | records (@ for the name, #1 and #2 for a relay's preference, $1 and $2 for its host) |
  // TXT record of the proof: "asked" for the one that the portal asks for
  private static final String TABLE =
      """
      polderbloemen     | #1 $1, #2 $2
      kadewinkel        | #1 $1, #2 $2, 30 backup.@
      grachtenpand      | #1 $1, #2 $2
      zeilschool        | #1 $1, #2 $2
      kaasmarkt         | #1 $1, #2 $2
      café-de-kade      | #1 $1, #2 $2
      zeilmakerij       | 5 mail.@, #1 $1, #2 $2, 30 backup.@
      loodswezen        | #1 $1, #2 $2, #2 backup.@
      touwslagerij      | #1 $1
      scheepswerf       | #2 $1, #1 $2
      reddingsboot      | 15 $1, #2 $2
      vuurtoren         | #1 $1.@, #2 $2
      palingrokerij     | 0 .
      havencafe         | none
      botenverhuur      | nxdomain
      getijdenmolen     | SERVFAIL
      mosselkwekerij    | TIMEOUT
      zoutpakhuis       | alias
      roeivereniging    | 10 mx1.mailboer.example, 20 mx2.mailboer.example | asked
      sluiswachter      | 10 mx1.mailboer.example, 20 mx2.mailboer.example | poort25=vandevorigepartner
      """;

  /** Where the addresses of the relays begin, in 198.51.100.0/24. */
  static final int FIRST_RELAY = 25;

  private static final Duration TTL = Duration.ofHours(1);
  private static final Duration NEGATIVE_TTL = Duration.ofMinutes(10);
  private final List<MxRecord> relays;
  private final Map<String, String[]> zones = new HashMap<>();

  DemoZones(List<MxRecord> relays) {
    this.relays = relays;
    for (String line : TABLE.split("\n")) {
      String[] columns = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
      zones.put(IDN.toASCII(columns[0]) + TOP, columns);
    }
  }

  /**
   * @param served whether a mail service of the name is active
   */
  DnsAnswer<MxRecord> mx(String name, boolean served) {
    String[] zone = zones.get(name);
    String records = zone == null ? (served ? "#1 $1, #2 $2" : "10 mail.@") : zone[1];
    return switch (records) {
      case "none" -> new DnsAnswer.NoData<>(name, Optional.of(NEGATIVE_TTL));
      case "nxdomain" -> new DnsAnswer.NxDomain<>(name, Optional.of(NEGATIVE_TTL));
      case "SERVFAIL", "TIMEOUT" -> new DnsAnswer.Unavailable<>(Cause.valueOf(records));
      case "alias" -> new DnsAnswer.Found<>("hosting.mailboer.example", relays, TTL);
      default -> new DnsAnswer.Found<>(name, records(records, name), TTL);
    };
  }

  /**
   * @param owner _poort25.name
   * @param asked the value that the portal asks for; null where nobody holds the name
   */
  DnsAnswer<String> txt(String owner, String asked) {
    String name = owner.substring(owner.indexOf('.') + 1);
    String[] zone = zones.get(name);
    if (zone == null && asked != null) {
      return new DnsAnswer.Found<>(owner, List.of(asked), TTL);
    }
    if (zone != null && zone.length > 2 && (asked != null || !zone[2].equals("asked"))) {
      String value = zone[2].equals("asked") ? asked : zone[2];
      return new DnsAnswer.Found<>(owner, List.of(value), TTL);
    }
    var mx = mx(name, false);
    return mx instanceof DnsAnswer.Unavailable<MxRecord> none
        ? new DnsAnswer.Unavailable<>(none.cause())
        : new DnsAnswer.NxDomain<>(owner, Optional.of(NEGATIVE_TTL));
  }

  boolean isOfTable(String name) {
    return zones.containsKey(name);
  }

  /** Somebody else's: what is said to lie in the provider's DNS here does not. */
  DnsAnswer<String> nameServers(String name) {
    return new DnsAnswer.Found<>(
        name, List.of("ns1.mailboer.example", "ns2.mailboer.example"), TTL);
  }

  /** A name below another lies in its zone, but for what is delegated by its name. */
  String top(String name) {
    if (name.startsWith("eigen-zone.")) {
      return name;
    }
    int dot = name.lastIndexOf('.', name.length() - TOP.length() - 1);
    return name.substring(dot + 1);
  }

  /** Documentation space (RFC 5737), which only the demo takes as a destination. */
  DnsAnswer<InetAddress> addresses(String host) {
    if (host.startsWith("weg.")) {
      return new DnsAnswer.NxDomain<>(host, Optional.of(NEGATIVE_TTL));
    }
    int last = 1 + Math.floorMod(host.hashCode(), 254);
    return found(host, host.startsWith("intern.") ? "10.0.0." + last : "192.0.2." + last);
  }

  DnsAnswer<InetAddress> relayAddresses(String host) {
    var hosts = relays.stream().map(MxRecord::host).distinct().toList();
    return found(host, "198.51.100." + (FIRST_RELAY + hosts.indexOf(host)));
  }

  boolean isRelay(String host) {
    return relays.stream().anyMatch(relay -> relay.host().equals(host));
  }

  private static DnsAnswer<InetAddress> found(String host, String address) {
    try {
      return new DnsAnswer.Found<>(host, List.of(InetAddress.getByName(address)), TTL);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // an address in digits is not looked up
    }
  }

  private List<MxRecord> records(String text, String name) {
    var first = relays.get(0);
    var second = relays.get(relays.size() - 1);
    String filled =
        text.replace("#1", "" + first.preference())
            .replace("#2", "" + second.preference())
            .replace("$1", first.host())
            .replace("$2", second.host())
            .replace("@", name);
    return Arrays.stream(filled.split(",")).map(MxRecord::parse).toList();
  }
}
