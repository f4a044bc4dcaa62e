package nl.poort25.mailservice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * Whose turn it is with a mail service: staff's, or that of the partner, who has his control of the
 * name to prove first (3.5). Nobody's where nothing is asked.
 */
@Embeddable
public class Turn {
  @Column(name = "waiting_since")
  private Instant waitingSince;

  @Column(name = "proof_awaited_since")
  private Instant proofAwaitedSince;

  protected Turn() {}

  static Turn ofNobody() {
    return new Turn();
  }

  /** What waits for staff already keeps its place in the queue. */
  void giveToStaff(Instant now) {
    waitingSince = waitingSince == null ? now : waitingSince;
    proofAwaitedSince = null;
  }

  void giveToPartner(Instant now) {
    proofAwaitedSince = proofAwaitedSince == null ? now : proofAwaitedSince;
    waitingSince = null;
  }

  void end() {
    waitingSince = null;
    proofAwaitedSince = null;
  }

  /** Whether staff can decide on something, though it may wait for the partner's proof. */
  public boolean isWaiting() {
    return waitingSince != null || proofAwaitedSince != null;
  }

  /** Whether what is asked waits for the partner's proof of control (3.5). */
  public boolean isProofAwaited() {
    return proofAwaitedSince != null;
  }

  /** Since when staff has something to do; null where it has not. */
  public Instant getWaitingSince() {
    return waitingSince;
  }

  /** Since when it waits for the partner's proof; null where it does not. */
  public Instant getProofAwaitedSince() {
    return proofAwaitedSince;
  }
}
