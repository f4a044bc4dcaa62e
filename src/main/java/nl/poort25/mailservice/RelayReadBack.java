package nl.poort25.mailservice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Knows what the relays were found to hold: implemented by the points, above. */
public interface RelayReadBack {
  /**
   * What all relays were found to do.
   *
   * @param at the oldest of the read-backs
   * @param goesTo the addresses that mail is delivered to; none where it is kept to be fetched
   */
  record Found(RelayStatus.MailHandling doing, Instant at, List<String> goesTo) {
    public Found {
      goesTo = List.copyOf(goesTo);
    }
  }

  /**
   * Empty where not all of them report it.
   *
   * @param name of a domain, in A-label form
   */
  Optional<Found> find(String name);
}
