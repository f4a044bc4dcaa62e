package nl.poort25.state;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Collection;
import nl.poort25.network.Cidr;
import nl.poort25.web.Sha256;

/** One line of a desired state, of firewalls or relays, in its one canonical text. */
public abstract sealed class DesiredLine implements Comparable<DesiredLine>
    permits FirewallLine, RelayLine {
  private final String text;

  DesiredLine(String text) {
    this.text = text;
  }

  /**
   * Reads what {@link #toString} has written, and nothing else.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static DesiredLine parse(EnforcementTarget target, String text) {
    return switch (target) {
      case FIREWALL -> FirewallLine.parse(text);
      case RELAY -> RelayLine.parse(text);
    };
  }

  /** Whose state it is a line of. */
  public abstract EnforcementTarget target();

  /** Of the address or name that it is about, to look it up by. */
  public abstract String key();

  /** Whether it says what may pass to, or from, what it is about. */
  public abstract boolean isAnswer();

  /** Whether mail passes by it that would not without it, as far as it is for someone. */
  public abstract boolean admits();

  /** Whether it keeps something of the provider's own open (2.5). */
  public boolean isOwn() {
    return false;
  }

  /** What is closed by it, and opens to everybody where it goes; null for nothing. */
  public Cidr protectedPrefix() {
    return null;
  }

  /** Each line ends in a line feed. */
  public static String text(Collection<? extends DesiredLine> sorted) {
    var text = new StringBuilder(sorted.size() * 24);
    sorted.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** SHA-256 of that text, in hexadecimal. */
  public static String digest(String text) {
    return Sha256.hex(text.getBytes(US_ASCII));
  }

  @Override
  public final int compareTo(DesiredLine other) {
    return text.compareTo(other.text);
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof DesiredLine line && line.text.equals(text);
  }

  @Override
  public final int hashCode() {
    return text.hashCode();
  }

  @Override
  public final String toString() {
    return text;
  }
}
