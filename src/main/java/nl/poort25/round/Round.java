package nl.poort25.round;

import java.time.Duration;

/**
 * The background jobs of the portal with their intervals. Each pool has more threads than rounds,
 * and rounds that affect what is open or blocked have a pool of their own.
 */
public enum Round {
  /** What was decided becomes a generation of the firewalls. */
  ENFORCEMENT(true, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(20)),
  /** And one of the relays: a million names take minutes. */
  RELAY_STATES(true, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(5)),
  /** Points that wait get what is new. */
  POINTS(true, Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofSeconds(20)),
  /** What the points were found to hold is confirmed. */
  READ_BACK(true, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(20)),

  /** The outbox is emptied. */
  MAIL(false, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(45)),
  /** Mails of the morning are written, of what waited for it. */
  DIGESTS(false, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(5)),
  /** The DNS of domains is looked at. */
  DOMAINS(false, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMinutes(1)),
  /** That of new domains without proof, each minute. */
  NEW_DOMAINS(false, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMinutes(1)),
  /** The destinations of mail are looked up. */
  DESTINATIONS(false, Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMinutes(1)),
  /** What the relays are to have is compared with what was decided. */
  RELAY_COMPARISON(false, Duration.ofMinutes(1), Duration.ofSeconds(10), Duration.ofMinutes(2)),
  /** The hosts of the provider's MX are looked up. */
  RELAYS(false, Duration.ZERO, Duration.ofSeconds(5), Duration.ofMinutes(1)),
  /** Partners are asked whether they still need what is open. */
  CONFIRMATIONS(false, Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofMinutes(5)),
  /** What is over and nobody needs any more is deleted. */
  SWEEP(false, Duration.ofMinutes(1), Duration.ofMinutes(15), Duration.ofMinutes(5)),
  /** What is old moves to the archive. */
  ARCHIVE(false, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofMinutes(30)),
  /** The embedded database is copied, once a day and where it is asked for. */
  BACKUP(false, Duration.ofSeconds(15), Duration.ofSeconds(5), Duration.ofHours(1)),
  /** The audit log is sealed. */
  SEAL(false, Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofMinutes(1)),
  /** What was counted for the security log is written. */
  SECURITY_LOG(false, Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMinutes(1));

  /** After this time a round takes nothing more on: the next one goes on. */
  static final Duration MOST = Duration.ofSeconds(30);

  private final boolean prompt;
  private final Duration first;
  private final Duration pause;
  private final Duration late;

  Round(boolean prompt, Duration first, Duration pause, Duration late) {
    this.prompt = prompt;
    this.first = first;
    this.pause = pause;
    this.late = late;
  }

  /** Whether it is about what is open or closed. */
  boolean isPrompt() {
    return prompt;
  }

  /** Before the first one after the start. */
  Duration first() {
    return first;
  }

  /** Between the end of one and the next. */
  Duration pause() {
    return pause;
  }

  /** How long after it should have begun it is late unless it has come to a good end. */
  Duration late() {
    return late;
  }
}
