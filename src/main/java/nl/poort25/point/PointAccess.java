package nl.poort25.point;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import java.util.List;
import nl.poort25.network.Cidr;

/** With which token and from where a point is let in, when it was, and when it was not. */
@Embeddable
public class PointAccess {
  private String sources;

  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "seen_at")
  private Instant seenAt;

  @Column(name = "seen_from")
  private String seenFrom;

  @Embedded private TokenRefusal refused;

  protected PointAccess() {}

  static PointAccess none() {
    return new PointAccess();
  }

  void setSources(List<Cidr> from) {
    sources = from.isEmpty() ? null : String.join(" ", from.stream().map(Cidr::toString).toList());
  }

  /** The token before works no more. */
  void replaceToken(String hash) {
    tokenHash = hash;
  }

  /** Whether its token is taken from there. */
  boolean mayComeFrom(String address) {
    return sources == null
        || List.of(sources.split(" ")).stream()
            .anyMatch(source -> Cidr.of(source).contains(Cidr.parseAddress(address)));
  }

  void recordContact(String from, Instant now) {
    seenAt = now;
    seenFrom = from;
  }

  void recordRefusal(TokenRefusal refusal) {
    refused = refusal;
  }

  boolean wasJustRefused(TokenRefusal.Why why, String from, Instant now) {
    return refused != null && refused.covers(why, from, now);
  }

  /** Whether it was refused after it was let in last, so that it may be silent for that reason. */
  boolean isShutOut() {
    return refused != null && (seenAt == null || refused.getAt().isAfter(seenAt));
  }

  public boolean hasToken() {
    return tokenHash != null;
  }

  /** Null where it has none. */
  String tokenHash() {
    return tokenHash;
  }

  /** Separated by spaces; null for anywhere. */
  public String getSources() {
    return sources;
  }

  public Instant getSeenAt() {
    return seenAt;
  }

  public String getSeenFrom() {
    return seenFrom;
  }

  /** Null where it never was. */
  public TokenRefusal getRefused() {
    return refused;
  }
}
