package nl.poort25.state;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What of a firewall's lines makes a difference to it. */
public final class EffectiveLines {
  private EffectiveLines() {}

  /**
   * The lines without those that another covers: a prefix within another one, and a pair whose
   * source lies in that of another pair to the same address. nftables refuses such in one set, and
   * they change nothing.
   */
  public static List<FirewallLine> of(Collection<FirewallLine> lines) {
    var prefixes = lines.stream().filter(FirewallLine::isPrefix).toList();
    var wide =
        lines.stream()
            .filter(line -> line.kind() == FirewallLine.Kind.PAIR && !line.source().isAddress())
            .collect(Collectors.groupingBy(FirewallLine::destination));
    return lines.stream()
        .filter(line -> !line.isPrefix() || !isWithin(line, prefixes))
        .filter(
            line ->
                line.kind() != FirewallLine.Kind.PAIR
                    || wide.getOrDefault(line.destination(), List.of()).stream()
                        .noneMatch(
                            other -> !other.equals(line) && other.source().contains(line.source())))
        .toList();
  }

  private static boolean isWithin(FirewallLine line, Collection<FirewallLine> prefixes) {
    return prefixes.stream()
        .anyMatch(other -> !other.equals(line) && other.destination().contains(line.destination()));
  }
}
