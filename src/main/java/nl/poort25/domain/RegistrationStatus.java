package nl.poort25.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * How far a name is until its mail arrives: what is known of its mail services and MX records, how
 * the domain stands by that, and the next step.
 */
@Embeddable
public class RegistrationStatus {
  @Enumerated(EnumType.STRING)
  @Column(name = "mail_state")
  private DomainMailState mail = DomainMailState.NONE;

  @Enumerated(EnumType.STRING)
  @Column(name = "mx_state")
  private MxState mx = MxState.UNCHECKED;

  @Enumerated(EnumType.STRING)
  private DomainStatus standing;

  @Enumerated(EnumType.STRING)
  @Column(name = "next_step")
  private NextStep nextStep;

  @Column(name = "next_step_since")
  private Instant nextStepSince;

  void setMail(DomainMailState state) {
    mail = state;
  }

  void recordMx(MxState state) {
    mx = state;
  }

  /** Takes what has changed, here or in what it rests on, into standing and next step. */
  void update(ProofOfControl control, boolean dnsByProvider, Instant now) {
    var known =
        new NextStep.Known(
            mail, mx, control.isProven(), control.getLostAt() != null, dnsByProvider);
    standing = DomainStatus.of(known);
    var next = NextStep.of(known);
    // a look that told nothing takes no task from anybody, nor begins its term anew
    boolean same = nextStep == NextStep.SET_MX_HERE && mx == MxState.UNKNOWN;
    if (next != nextStep && !(same && next == NextStep.LOOK)) {
      nextStep = next;
      nextStepSince = now;
    }
  }

  void end(DomainStatus how) {
    standing = how;
    nextStep = null;
    nextStepSince = null;
  }

  public DomainMailState getMail() {
    return mail;
  }

  /** Whether a mail service takes the mail for the name. */
  public boolean isServed() {
    return mail == DomainMailState.ACTIVE;
  }

  public MxState getMx() {
    return mx;
  }

  public DomainStatus getStanding() {
    return standing;
  }

  /** Null once it has ended. */
  public NextStep getNextStep() {
    return nextStep;
  }

  /** Since when that is what comes next; null once it has ended. */
  public Instant getNextStepSince() {
    return nextStepSince;
  }
}
