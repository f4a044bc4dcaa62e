package nl.poort25.point;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;

/** The last time that a request in the name of a point was refused. */
@Embeddable
public class TokenRefusal {
  /** Whoever asks over and over is written down this often. */
  private static final Duration SELDOM = Duration.ofSeconds(10);

  /** What was wrong with the token. */
  public enum Why {
    /** It was the point's own until it got another, or went out of use. */
    REVOKED,
    /** It is the point's, but is not taken from that address. */
    ELSEWHERE,
    /** It is nobody's, and came from the address that the point was seen from last. */
    UNKNOWN
  }

  @Column(name = "refused_at")
  private Instant at;

  @Column(name = "refused_from")
  private String from;

  @Enumerated(EnumType.STRING)
  @Column(name = "refusal")
  private Why why;

  protected TokenRefusal() {}

  TokenRefusal(Why why, String from, Instant at) {
    this.why = why;
    this.from = from;
    this.at = at;
  }

  /** Whether it says the same, and was written down just now. */
  boolean covers(Why why, String from, Instant now) {
    return this.why == why && this.from.equals(from) && at.plus(SELDOM).isAfter(now);
  }

  public Instant getAt() {
    return at;
  }

  public String getFrom() {
    return from;
  }

  public Why getWhy() {
    return why;
  }
}
