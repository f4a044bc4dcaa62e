package nl.poort25.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Embeddable with the proof that the partner controls the name (3.5). MX records do not say which
 * partner they were set for, so they count only where this registration saw other records before
 * and nobody else may have set them; a lost proof is reported first and ends after a term.
 */
@Embeddable
public class ProofOfControl {
  private static final SecureRandom RANDOM = new SecureRandom();

  enum Change {
    SAME,
    PROVEN,
    LOST,
    /** seen again before the term was over */
    BACK,
    ENDED
  }

  @Column(name = "proof_token")
  private String token;

  @Enumerated(EnumType.STRING)
  private ProofKind proof;

  @Column(name = "proof_since")
  private Instant since;

  @Column(name = "proof_note")
  private String note;

  @Column(name = "proof_lost_at")
  private Instant lostAt;

  @Column(name = "mx_otherwise_at")
  private Instant mxOtherwiseAt;

  /** The key that its name is sorted by, where the proof is doubted; else null. */
  @Column(name = "doubted_name")
  private String doubtedName;

  protected ProofOfControl() {}

  ProofOfControl(String token) {
    this.token = token;
  }

  /** Of a TXT record by which a partner proves his control; nobody can guess it. */
  static String newToken() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  void recordProof(ProofKind proof, String note, Instant now) {
    this.proof = proof;
    this.note = note;
    since = now;
    lostAt = null;
    doubtedName = null;
  }

  /** MX records that the provider sets prove nothing: a proof by them is doubted from then on. */
  void recordDnsByProvider(String sortName) {
    if (proof == ProofKind.MX) {
      doubtedName = sortName;
    }
  }

  /** Its registration has ended. */
  void end() {
    doubtedName = null;
  }

  Change recordObservation(DnsObservation seen, Duration term, Instant now) {
    if (seen.mx() == MxState.WRONG) {
      recordOtherMx(now);
    }
    if (proof == ProofKind.STAFF) {
      return Change.SAME;
    }
    if (seen.isTxtSeen()) {
      return rests(ProofKind.TXT, seen, now);
    }
    if (provesByMx(seen)) {
      boolean txtMayBeThere = proof == ProofKind.TXT && lostAt == null && seen.txtSeen() == null;
      return txtMayBeThere ? Change.SAME : rests(ProofKind.MX, seen, now);
    }
    return proof != null && seen.isWithoutTxt() ? miss(term, now) : Change.SAME;
  }

  void recordOtherMx(Instant at) {
    mxOtherwiseAt = mxOtherwiseAt == null ? at : mxOtherwiseAt;
  }

  private boolean provesByMx(DnsObservation seen) {
    if (seen.mx() != MxState.CORRECT) {
      return false;
    }
    if (proof == ProofKind.MX) {
      // what counts goes on; what was lost comes back unless somebody asked for the name meanwhile
      return lostAt == null || !seen.contested();
    }
    return mxOtherwiseAt != null && !seen.contested() && !seen.byProvider();
  }

  private Change rests(ProofKind on, DnsObservation seen, Instant now) {
    if (proof != on) {
      recordProof(on, null, now);
      return Change.PROVEN;
    }
    if (lostAt == null) {
      return Change.SAME;
    }
    lostAt = null;
    doubtedName = seen.byProvider() ? doubtedName : null; // it was seen otherwise by now
    return Change.BACK;
  }

  private Change miss(Duration term, Instant now) {
    if (lostAt == null) {
      lostAt = now;
      return Change.LOST;
    }
    if (now.isBefore(lostAt.plus(term))) {
      return Change.SAME;
    }
    proof = null;
    since = null;
    doubtedName = null;
    return Change.ENDED;
  }

  public boolean isProven() {
    return proof != null;
  }

  /** Whether it is proven, and the last look saw it so. */
  public boolean isSeen() {
    return proof != null && lostAt == null;
  }

  /** Whether it counts from before and would be none today: it rests on MX alone (3.5). */
  public boolean isDoubted() {
    return doubtedName != null;
  }

  /**
   * Whether MX records that are correct are all the proof that is needed: the TXT record need not
   * be looked for.
   */
  public boolean isProvenWithoutTxt() {
    return switch (proof == null ? ProofKind.TXT : proof) {
      case STAFF -> true;
      case MX -> lostAt == null && !isDoubted();
      case TXT -> false;
    };
  }

  /** Whether correct MX records may be a proof, or one again: without it nobody need be asked. */
  boolean isMxToCount() {
    return proof == ProofKind.MX || mxOtherwiseAt != null;
  }

  public String getToken() {
    return token;
  }

  public ProofKind getProof() {
    return proof;
  }

  public Instant getSince() {
    return since;
  }

  public String getNote() {
    return note;
  }

  /** When this registration saw the MX records otherwise for the first time; null before. */
  public Instant getMxOtherwiseAt() {
    return mxOtherwiseAt;
  }

  /** Since when the proof is no longer seen; null while it is, or once it has ended. */
  public Instant getLostAt() {
    return proof == null ? null : lostAt;
  }
}
