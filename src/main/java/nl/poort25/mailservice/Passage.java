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
public record Passage(Kind kind, List<IPAddress> addresses, Duration validFor) {
  /** What was found. */
  public enum Kind {
    PASSED,
    /** mail must not go there, or there is no such host */
    REFUSED,
    /** it could not be looked up now */
    UNKNOWN
  }

  public static final Passage REFUSED = new Passage(Kind.REFUSED, List.of(), null);
  public static final Passage UNKNOWN = new Passage(Kind.UNKNOWN, List.of(), null);

  public Passage {
    addresses = List.copyOf(addresses);
  }

  public static Passage to(List<IPAddress> addresses, Duration validFor) {
    return new Passage(Kind.PASSED, addresses, validFor);
  }
}
