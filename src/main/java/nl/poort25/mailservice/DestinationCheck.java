package nl.poort25.mailservice;

import inet.ipaddr.IPAddress;
import java.time.Duration;
import java.util.List;

/**
 * Result of checking a destination for the relay tables: the allowed addresses and how long they
 * hold, or refused, or unknown.
 *
 * @param addresses empty unless it passes
 * @param validFor how long the DNS says so; null unless it passes
 */
public record DestinationCheck(Kind kind, List<IPAddress> addresses, Duration validFor) {
  /** What was found. */
  public enum Kind {
    PASSED,
    /** mail must not go there, or there is no such host */
    REFUSED,
    /** it could not be looked up now */
    UNKNOWN
  }

  public static final DestinationCheck REFUSED =
      new DestinationCheck(Kind.REFUSED, List.of(), null);
  public static final DestinationCheck UNKNOWN =
      new DestinationCheck(Kind.UNKNOWN, List.of(), null);

  public DestinationCheck {
    addresses = List.copyOf(addresses);
  }

  public static DestinationCheck to(List<IPAddress> addresses, Duration validFor) {
    return new DestinationCheck(Kind.PASSED, addresses, validFor);
  }
}
