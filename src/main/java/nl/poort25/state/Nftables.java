package nl.poort25.state;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a state for nftables: one file, one transaction, safe to load again. The decision on port
 * 25 stands before anything that accepts what is established, and ends the sessions of what is no
 * longer open: the first packet of such a session goes on as a reset to where it was going, the
 * next one is answered by a reset, so that both ends know at once. Which sessions have had the
 * first is kept in a set of the table's own, since a mark of the connection is anyone's to
 * overwrite.
 *
 * <p>Hosts are in plain sets, where one change costs the same in a large set as in a small one;
 * only prefixes are in sets with intervals. The number of the generation is a comment on the one
 * element of a set, since that of a table cannot change without building the table anew.
 *
 * <p>The agent, {@code src/main/agent/firewall.sh}, writes the same bytes for the same lines.
 */
public final class Nftables implements StateWriter {
  /** The table that is ours alone: nothing outside it is touched. */
  static final String TABLE = "inet port25";

  @Override
  public String write(
      String file,
      EnforcementTarget target,
      long generation,
      Collection<? extends DesiredLine> lines) {
    return write(generation, StateWriter.of(FirewallLine.class, lines));
  }

  /** As commands to nft; what another line covers is in no set. */
  @Override
  public String change(
      EnforcementTarget target,
      java.util.Set<? extends DesiredLine> before,
      java.util.Set<? extends DesiredLine> after) {
    return StateDiff.between(elements(before), elements(after))
        .written(Nftables::deletes, Nftables::adds);
  }

  private static java.util.Set<FirewallLine> elements(Collection<? extends DesiredLine> lines) {
    return new TreeSet<>(EffectiveLines.of(StateWriter.of(FirewallLine.class, lines)));
  }

  public static String write(long generation, Collection<FirewallLine> state) {
    var lines = EffectiveLines.of(state);
    return """
    table %1$s
    delete table %1$s
    table %1$s {
    	set generation { type inet_service; elements = { 25 comment "generation %2$d" }
    	}
    """
            .formatted(TABLE, generation)
        + sets(lines)
        + ended("4")
        + ended("6")
        + """
        	chain forward {
        		type filter hook forward priority filter - 1; policy accept;
        		tcp dport 25 ip daddr @inside4 goto toward4
        		tcp dport 25 ip6 daddr @inside6 goto toward6
        		tcp sport 25 ct direction reply ip saddr @inside4 goto back4
        		tcp sport 25 ct direction reply ip6 saddr @inside6 goto back6
        	}
        """
        + chains("4", "ip")
        + chains("6", "ip6")
        + "}\n";
  }

  /** The command that adds a line to a table that is loaded. */
  static String adds(FirewallLine line) {
    return "add " + element(line);
  }

  static String deletes(FirewallLine line) {
    return "delete " + element(line);
  }

  private static String element(FirewallLine line) {
    return "element %s %s { %s }"
        .formatted(TABLE, Set.of(line).named(line.isIpv6()), Set.element(line));
  }

  private static String chains(String version, String ip) {
    return """
    	chain toward%1$s {
    		%2$s saddr @inside%1$s accept
    		%2$s saddr @pass%1$s accept
    		%2$s daddr @own%1$s accept
    		%2$s daddr @open%1$s accept
    		%2$s saddr . %2$s daddr @pair%1$s accept
    		%2$s saddr . %2$s daddr @wide%1$s accept
    		goto closed%1$s
    	}
    	chain back%1$s {
    		%2$s daddr @inside%1$s accept
    		%2$s daddr @pass%1$s accept
    		%2$s saddr @own%1$s accept
    		%2$s saddr @open%1$s accept
    		%2$s daddr . %2$s saddr @pair%1$s accept
    		%2$s daddr . %2$s saddr @wide%1$s accept
    		goto cut%1$s
    	}
    	chain closed%1$s {
    		tcp flags & (fin | syn | rst | ack) == syn counter reject with icmpx admin-prohibited
    		tcp flags & rst == rst accept
    		%2$s saddr . tcp sport . %2$s daddr @ended%1$s counter reject with tcp reset
    		add @ended%1$s { %2$s saddr . tcp sport . %2$s daddr } tcp flags set rst counter accept
    		counter reject with tcp reset
    	}
    	chain cut%1$s {
    		tcp flags & rst == rst accept
    		%2$s daddr . tcp dport . %2$s saddr @ended%1$s counter reject with tcp reset
    		add @ended%1$s { %2$s daddr . tcp dport . %2$s saddr } tcp flags set rst counter accept
    		counter reject with tcp reset
    	}
    """
        .formatted(version, ip);
  }

  /** The sessions whose server has been told; where no more of them can be kept, clients are. */
  private static String ended(String version) {
    return """
    	set ended%1$s { type ipv%1$s_addr . inet_service . ipv%1$s_addr; size 65536; flags dynamic,timeout; timeout 1m
    	}
    """
        .formatted(version);
  }

  private static String sets(Collection<FirewallLine> lines) {
    return Stream.of(false, true)
        .flatMap(
            six ->
                Arrays.stream(Set.values())
                    .map(
                        set ->
                            set.write(
                                six,
                                lines.stream()
                                    .filter(line -> line.isIpv6() == six && set == Set.of(line))
                                    .map(Set::element)
                                    .toList())))
        .collect(Collectors.joining());
  }

  /** The sets that both versions of the protocol have. */
  enum Set {
    INSIDE("%s", true),
    PASS("%s", false),
    OWN("%s", false),
    OPEN("%s", false),
    PAIR("%s . %1$s", false),
    /** pairs whose source is a prefix */
    WIDE("%s . %1$s", true);

    private final String type;
    private final boolean intervals;

    Set(String type, boolean intervals) {
      this.type = type;
      this.intervals = intervals;
    }

    static Set of(FirewallLine line) {
      return switch (line.kind()) {
        case INSIDE -> INSIDE;
        case PASS -> PASS;
        case OWN -> OWN;
        case OPEN -> OPEN;
        case PAIR -> line.source().isAddress() ? PAIR : WIDE;
      };
    }

    /** "open4". */
    String named(boolean six) {
      return name().toLowerCase(Locale.ROOT) + (six ? "6" : "4");
    }

    static String element(FirewallLine line) {
      return switch (line.kind()) {
        case INSIDE, OWN, OPEN -> line.destination().toString();
        case PAIR -> line.source() + " . " + line.destination();
        case PASS -> line.source().toString();
      };
    }

    // an empty list of elements is an error of syntax
    public String write(boolean six, List<String> elements) {
      return "\tset "
          + named(six)
          + " { type "
          + type.formatted(six ? "ipv6_addr" : "ipv4_addr")
          + (intervals ? "; flags interval" : "")
          + (elements.isEmpty() ? "" : "; elements = { " + String.join(",\n\t\t", elements) + " }")
          + "\n\t}\n";
    }
  }
}
