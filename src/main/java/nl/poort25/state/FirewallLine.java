package nl.poort25.state;

import java.util.Locale;
import nl.poort25.network.Cidr;
import nl.poort25.network.Flow;
import nl.poort25.web.MalformedInput;

/**
 * One line of the state of a firewall, in the one way to write it: words of lower-case ASCII
 * between single spaces, addresses in their canonical text.
 *
 * <pre>
 * inside 192.0.2.0/24               a prefix of the provider: closed to what comes from outside it
 * open 192.0.2.9                    from anywhere to that address
 * own 192.0.2.25                    the same, a mail server of the provider itself (2.5)
 * pair 198.51.100.0/24 192.0.2.9    from that source to that address
 * pass 203.0.113.25                 from that source, a relay outside the prefixes, to all
 * </pre>
 */
public final class FirewallLine extends DesiredLine {
  /** The first word of the line. */
  public enum Kind {
    INSIDE,
    OPEN,
    OWN,
    PAIR,
    PASS;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Kind kind;
  private final Cidr source;
  private final Cidr destination;

  private FirewallLine(Kind kind, Cidr source, Cidr destination) {
    super(
        kind.word()
            + (source == null ? "" : " " + source)
            + (destination == null ? "" : " " + destination));
    boolean fits =
        switch (kind) {
          case INSIDE -> source == null && destination != null;
          case OPEN, OWN -> source == null && destination.isAddress();
          case PAIR ->
              source != null && destination.isAddress() && source.isIpv6() == destination.isIpv6();
          case PASS -> destination == null && source.isAddress();
        };
    if (!fits) {
      throw new IllegalArgumentException(kind + " " + source + " " + destination);
    }
    this.kind = kind;
    this.source = source;
    this.destination = destination;
  }

  public static FirewallLine inside(Cidr prefix) {
    return new FirewallLine(Kind.INSIDE, null, prefix);
  }

  /** A mail server of the provider, which stays open (2.5). */
  public static FirewallLine own(Cidr address) {
    return new FirewallLine(Kind.OWN, null, address);
  }

  public static FirewallLine pass(Cidr source) {
    return new FirewallLine(Kind.PASS, source, null);
  }

  /** Lets through what an exemption opens. */
  public static FirewallLine opening(Flow line) {
    return new FirewallLine(
        line.source() == null ? Kind.OPEN : Kind.PAIR, line.source(), line.destination());
  }

  /**
   * Reads what {@link #toString} has written, and nothing else.
   *
   * @throws IllegalArgumentException for any other text, also for another spelling of the same
   */
  public static FirewallLine parse(String text) {
    String[] words = text.split(" ", -1);
    try {
      var line =
          switch (words[0]) {
            case "inside" -> inside(Cidr.parse(words[1]));
            case "open" -> new FirewallLine(Kind.OPEN, null, Cidr.parse(words[1]));
            case "own" -> own(Cidr.parse(words[1]));
            case "pair" -> new FirewallLine(Kind.PAIR, Cidr.parse(words[1]), Cidr.parse(words[2]));
            case "pass" -> pass(Cidr.parse(words[1]));
            default -> throw new IllegalArgumentException(text);
          };
      if (!line.toString().equals(text)) {
        throw new IllegalArgumentException(text);
      }
      return line;
    } catch (MalformedInput | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  @Override
  public EnforcementTarget target() {
    return EnforcementTarget.FIREWALL;
  }

  @Override
  public boolean isAnswer() {
    return admits() || isOwn();
  }

  @Override
  public boolean admits() {
    return opened() != null;
  }

  @Override
  public Cidr protectedPrefix() {
    return isPrefix() ? destination : null;
  }

  /** Whether it keeps a mail server of the provider open, which no decision opened (2.5). */
  @Override
  public boolean isOwn() {
    return kind == Kind.OWN;
  }

  /** The line that opens its destination to everybody. */
  public String asOpen() {
    return Kind.OPEN.word() + " " + destination;
  }

  /** What it opens; null where it opens nothing by a decision. */
  public Flow opened() {
    return kind == Kind.OPEN || kind == Kind.PAIR ? new Flow(source, destination) : null;
  }

  /** Of the destination; of the source where there is none. */
  @Override
  public String key() {
    return (destination == null ? source : destination).firstKey();
  }

  /** Whether it says what the provider's own network is. */
  public boolean isPrefix() {
    return kind == Kind.INSIDE;
  }

  boolean isIpv6() {
    return (destination == null ? source : destination).isIpv6();
  }

  public Kind kind() {
    return kind;
  }

  /** Null from anywhere. */
  public Cidr source() {
    return source;
  }

  /** Null to anywhere. */
  public Cidr destination() {
    return destination;
  }
}
