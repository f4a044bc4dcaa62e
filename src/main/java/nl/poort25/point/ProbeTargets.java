package nl.poort25.point;

import inet.ipaddr.IPAddress;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import nl.poort25.network.Cidr;
import nl.poort25.state.FirewallLine;

/**
 * Chooses what a prober tries in its next round: of the addresses that should answer those tried
 * least recently; a sample of the provider's others that should not; and all that answered though
 * they should not. It holds nothing outside the provider's prefixes.
 */
final class ProbeTargets {
  /** Of a few a second a round is some minutes. */
  static final int MOST_OPEN = 500;

  static final int MOST_CLOSED = 60;

  /** Addresses of each prefix that are to be closed. */
  private static final int SAMPLE = 20;

  private ProbeTargets() {}

  /**
   * @param state the lines of a firewall
   * @param from the prober's own address, or null
   * @param tried when an address was tried last
   * @param leaks addresses that answered the last time, and should not
   */
  static List<String> of(
      Collection<String> state,
      String from,
      Map<String, Instant> tried,
      Collection<String> leaks,
      Random random) {
    var parsed = parsed(state);
    var prefixes = prefixes(parsed);
    var lines = new ArrayList<String>();
    prefixes.forEach(prefix -> lines.add("inside " + prefix));
    open(state, from).stream()
        .sorted(
            Comparator.<String, Instant>comparing(a -> tried.getOrDefault(a, Instant.EPOCH))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST_OPEN)
        .forEach(address -> lines.add("open " + address));
    var opened =
        parsed.stream()
            .filter(ProbeTargets::opens)
            .map(line -> line.destination().toString())
            .collect(Collectors.toSet());
    var closed = new LinkedHashSet<String>();
    leaks.stream().filter(address -> isInside(address, prefixes)).forEach(closed::add);
    var shuffled = new ArrayList<>(prefixes);
    Collections.shuffle(shuffled, random);
    for (int i = 0; i < SAMPLE; i++) {
      shuffled.forEach(prefix -> closed.add(any(prefix, random)));
    }
    closed.stream()
        .filter(address -> !opened.contains(address))
        .limit(MOST_CLOSED)
        .forEach(address -> lines.add("closed " + address));
    return lines;
  }

  static boolean isInside(Collection<String> state, String address) {
    return isInside(address, prefixes(parsed(state)));
  }

  private static boolean isInside(String address, List<Cidr> prefixes) {
    var host = Cidr.of(address);
    return prefixes.stream().anyMatch(prefix -> prefix.contains(host));
  }

  private static List<Cidr> prefixes(List<FirewallLine> state) {
    return state.stream()
        .filter(line -> line.kind() == FirewallLine.Kind.INSIDE)
        .map(FirewallLine::destination)
        .toList();
  }

  /** The addresses inside that are to answer whoever calls from there. */
  static Set<String> open(Collection<String> state, String from) {
    var all = parsed(state);
    var inside = prefixes(all);
    var caller = from == null ? null : Cidr.parseAddress(from);
    return all.stream()
        .filter(ProbeTargets::opens)
        .filter(line -> line.source() == null || (caller != null && line.source().contains(caller)))
        .map(FirewallLine::destination)
        .filter(address -> inside.stream().anyMatch(prefix -> prefix.contains(address)))
        .map(Cidr::toString)
        .collect(Collectors.toSet());
  }

  private static boolean opens(FirewallLine line) {
    return switch (line.kind()) {
      case OPEN, OWN, PAIR -> true;
      case INSIDE, PASS -> false;
    };
  }

  private static List<FirewallLine> parsed(Collection<String> state) {
    return state.stream().map(FirewallLine::parse).toList();
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
