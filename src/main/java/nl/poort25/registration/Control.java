package nl.poort25.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;

/**
 * The proof that the partner controls the name (3.5). A proof that is no longer seen is told first,
 * and ends after a term.
 */
@Embeddable
public class Control {
  enum Change {
    SAME,
    PROVEN,
    LOST,
    ENDED
  }

  @Column(name = "proof_token")
  private String token;

  @Enumerated(EnumType.STRING)
  private Proof proof;

  @Column(name = "proof_since")
  private Instant since;

  @Column(name = "proof_note")
  private String note;

  @Column(name = "proof_lost_at")
  private Instant lostAt;

  protected Control() {}

  Control(String token) {
    this.token = token;
  }

  void proven(Proof proof, String note, Instant now) {
    this.proof = proof;
    this.note = note;
    since = now;
    lostAt = null;
  }

  Change observed(MxState mx, Boolean txtSeen, Duration term, Instant now) {
    if (proof == Proof.STAFF) {
      return Change.SAME;
    }
    var seen = mx == MxState.CORRECT ? Proof.MX : Boolean.TRUE.equals(txtSeen) ? Proof.TXT : null;
    if (seen != null) {
      lostAt = null;
      // the one seen before stays, as long as it is still there
      boolean still = proof == seen || (proof == Proof.TXT && Boolean.TRUE.equals(txtSeen));
      if (still) {
        return Change.SAME;
      }
      proven(seen, null, now);
      return Change.PROVEN;
    }
    if (proof == null || mx != MxState.WRONG || txtSeen == null) {
      return Change.SAME;
    }
    if (lostAt == null) {
      lostAt = now;
      return Change.LOST;
    }
    if (now.isBefore(lostAt.plus(term))) {
      return Change.SAME;
    }
    proof = null;
    since = null;
    return Change.ENDED;
  }

  public boolean isProven() {
    return proof != null;
  }

  public String getToken() {
    return token;
  }

  public Proof getProof() {
    return proof;
  }

  public Instant getSince() {
    return since;
  }

  public String getNote() {
    return note;
  }

  /** Since when the proof is no longer seen; null while it is, or once it has ended. */
  public Instant getLostAt() {
    return proof == null ? null : lostAt;
  }
}
