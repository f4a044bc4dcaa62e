package nl.poort25.point;

import inet.ipaddr.IPAddress;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.poort25.enforcement.StateLine;
import nl.poort25.network.Cidr;

/**
 * What a prober is to try: every address that is to answer it, and a sample of those of the
 * provider that are not. Nothing outside the provider's prefixes stands in it.
 */
final class ProbeList {
  /** Addresses of each prefix that are to be closed. */
  private static final int SAMPLE = 20;

  private ProbeList() {}

  /**
   * @param state the lines of a firewall
   * @param from the prober's own address, or null
   */
  static List<String> of(Collection<String> state, String from, Random random) {
    var open = open(state, from);
    var opened =
        parsed(state).stream()
            .filter(line -> opens(line))
            .map(line -> line.destination().toString())
            .collect(Collectors.toSet());
    var closed = new TreeSet<String>();
    var lines = new ArrayList<String>();
    for (var line : parsed(state)) {
      if (line.kind() == StateLine.Kind.INSIDE) {
        lines.add(line.toString());
        for (int i = 0; i < SAMPLE; i++) {
          String address = any(line.destination(), random);
          if (!opened.contains(address)) {
            closed.add(address);
          }
        }
      }
    }
    open.stream().sorted().map(address -> "open " + address).forEach(lines::add);
    closed.stream().map(address -> "closed " + address).forEach(lines::add);
    return lines;
  }

  /** The addresses inside that are to answer whoever calls from there. */
  static Set<String> open(Collection<String> state, String from) {
    var all = parsed(state);
    var inside =
        all.stream()
            .filter(line -> line.kind() == StateLine.Kind.INSIDE)
            .map(StateLine::destination)
            .toList();
    var caller = from == null ? null : Cidr.parseAddress(from);
    return all.stream()
        .filter(ProbeList::opens)
        .filter(line -> line.source() == null || (caller != null && line.source().contains(caller)))
        .map(StateLine::destination)
        .filter(address -> inside.stream().anyMatch(prefix -> prefix.contains(address)))
        .map(Cidr::toString)
        .collect(Collectors.toSet());
  }

  private static boolean opens(StateLine line) {
    return line.kind() == StateLine.Kind.OPEN || line.kind() == StateLine.Kind.PAIR;
  }

  private static List<StateLine> parsed(Collection<String> state) {
    return state.stream().map(StateLine::parse).toList();
  }

  private static String any(Cidr prefix, Random random) {
    IPAddress first = prefix.block().getLower().withoutPrefixLength();
    int bits = prefix.block().getBitCount() - prefix.length();
    var offset = new BigInteger(bits, random);
    // within what a long can count: enough of any prefix
    return first
        .increment(offset.mod(BigInteger.valueOf(Long.MAX_VALUE)).longValue())
        .toCanonicalString();
  }
}
