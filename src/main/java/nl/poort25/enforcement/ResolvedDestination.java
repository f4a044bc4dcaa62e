package nl.poort25.enforcement;

import inet.ipaddr.IPAddress;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import nl.poort25.mailservice.DestinationCheck;
import nl.poort25.network.Cidr;
import nl.poort25.state.RelayLine;

/**
 * A destination of mail services with the addresses that it resolved to last and that mail may go
 * to (3.9). While it cannot be resolved the addresses stay, for an hour.
 */
@Entity
@Table(name = "relay_destination")
class ResolvedDestination {
  /** So long what passed last still counts though the DNS is silent. */
  static final Duration BENEFIT = Duration.ofHours(1);

  private static final Duration SOONEST = Duration.ofMinutes(5);
  private static final Duration LATEST = Duration.ofHours(1);
  private static final Duration AGAIN = Duration.ofMinutes(2);

  @Id private String destination;
  private String addresses = "";

  @Column(name = "passed_at")
  private Instant passedAt;

  @Column(name = "looked_at")
  private Instant lookedAt;

  @Column(name = "next_look_at")
  private Instant nextLookAt;

  protected ResolvedDestination() {}

  /** Not looked at yet. */
  ResolvedDestination(String destination) {
    this.destination = destination;
    lookedAt = Instant.EPOCH;
    nextLookAt = Instant.EPOCH;
  }

  /**
   * Takes what a look gave, unless a later one was faster.
   *
   * @param now when the look began
   * @return whether mail goes elsewhere from here on
   */
  boolean recordLookup(DestinationCheck passage, Instant now) {
    if (now.isBefore(lookedAt)) {
      return false;
    }
    lookedAt = now;
    String before = addresses;
    switch (passage.kind()) {
      case PASSED -> {
        addresses = text(passage.addresses());
        passedAt = now;
        nextLookAt = now.plus(between(passage.validFor()));
      }
      case REFUSED -> {
        addresses = "";
        nextLookAt = now.plus(SOONEST);
      }
      case UNKNOWN -> {
        if (passedAt == null || !now.isBefore(passedAt.plus(BENEFIT))) {
          addresses = "";
        }
        nextLookAt = now.plus(AGAIN);
      }
    }
    return !addresses.equals(before);
  }

  private static Duration between(Duration ttl) {
    Duration least = ttl.compareTo(SOONEST) < 0 ? SOONEST : ttl;
    return least.compareTo(LATEST) > 0 ? LATEST : least;
  }

  /** In one order, whatever the DNS said first: the same answer is the same line. */
  private static String text(List<IPAddress> addresses) {
    return addresses.stream()
        .map(address -> Cidr.of(address.toCanonicalString()))
        .sorted(Comparator.comparing(Cidr::firstKey))
        .distinct()
        .limit(RelayLine.MOST_HOSTS)
        .map(Cidr::toString)
        .collect(Collectors.joining(" "));
  }

  String getDestination() {
    return destination;
  }

  /** Empty where no mail may go there. */
  List<Cidr> getAddresses() {
    return addresses(addresses);
  }

  /** As the column has them. */
  static List<Cidr> addresses(String text) {
    return text.isEmpty() ? List.of() : Arrays.stream(text.split(" ")).map(Cidr::of).toList();
  }

  Instant getNextLookAt() {
    return nextLookAt;
  }
}
