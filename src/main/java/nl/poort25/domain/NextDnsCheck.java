package nl.poort25.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/**
 * When the DNS of an active name is looked at again.
 *
 * @param at by the round of all names
 * @param eagerAt by that of the new ones; null for no longer
 */
@Embeddable
record NextDnsCheck(
    @Column(name = "next_check_at") Instant at, @Column(name = "eager_check_at") Instant eagerAt) {
  /** After this time the schedule looks at a new name though the round for new names never did. */
  private static final Duration FIRST_CHECK = Duration.ofHours(1);

  /** The first look at a new name is due at once. */
  static NextDnsCheck first(Instant now) {
    return new NextDnsCheck(now.plus(FIRST_CHECK), now);
  }
}
