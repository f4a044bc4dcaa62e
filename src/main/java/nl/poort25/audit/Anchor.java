package nl.poort25.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.annotations.Immutable;

/**
 * The position and value of the chain at a moment, signed. Kept outside the database, it proves
 * that earlier entries were not changed.
 */
@Entity
@Immutable
@Table(name = "chain_anchor")
public class Anchor {
  private static final Pattern LINE =
      Pattern.compile(
          "(poort25-log (\\S{20,40}) (\\d{1,18}) ([A-Za-z0-9_-]{43})) ([A-Za-z0-9+/]{86}==)");

  @Id private long position;

  private String chain;

  @Column(name = "made_at")
  private Instant madeAt;

  private String signature;

  protected Anchor() {}

  Anchor(AuditKey key, long position, String chain, Instant now) {
    this.position = position;
    this.chain = chain;
    madeAt = now.truncatedTo(ChronoUnit.MICROS);
    signature = key.sign(signed());
  }

  /** The one that a line says; empty where it says none. */
  static Optional<Anchor> parse(String line) {
    var parts = LINE.matcher(line.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          of(
              Long.parseLong(parts.group(3)),
              parts.group(4),
              Instant.parse(parts.group(2)),
              parts.group(5)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  static Anchor of(long position, String chain, Instant madeAt, String signature) {
    var anchor = new Anchor();
    anchor.position = position;
    anchor.chain = chain;
    anchor.madeAt = madeAt;
    anchor.signature = signature;
    return anchor;
  }

  private String signed() {
    return "poort25-log " + madeAt + " " + position + " " + chain;
  }

  boolean isSignedBy(AuditKey key) {
    return key.isSigned(signed(), signature);
  }

  /** The line that an auditor keeps. */
  public String line() {
    return signed() + " " + signature;
  }

  public long getPosition() {
    return position;
  }

  String getChain() {
    return chain;
  }

  public Instant getMadeAt() {
    return madeAt;
  }
}
