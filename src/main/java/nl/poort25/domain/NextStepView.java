package nl.poort25.domain;

import java.time.Instant;
import nl.poort25.text.Text;

/**
 * The next step of a domain in words for partner and staff, with its reason and deadline.
 *
 * @param why what makes it press, or what follows from it; null for nothing in particular
 * @param until until when whoever is to act has to have acted; null where no term runs
 * @param then of a proof that is not seen yet: until when staff acts if it is seen now; or null
 * @param late whether that term is over
 */
public record NextStepView(NextStep step, Why why, Instant until, Instant then, boolean late) {
  enum Why {
    /** what is ordered waits for the proof */
    ORDERED,
    /** a service is active, and the relays take no mail without proof */
    ACTIVE,
    /** the proof is no longer seen */
    LOST
  }

  /**
   * @param since since when that is what comes next
   * @param proofEnds when the term of a proof that is no longer seen is over; null where none runs
   */
  public static NextStepView of(
      NextStep step,
      DomainMailState mail,
      Instant since,
      Instant proofEnds,
      StaffDeadlines term,
      Instant now) {
    var why = proves(step) ? why(mail, proofEnds) : null;
    var until =
        step.isProviders()
            ? term.deadlineFrom(since)
            : step == NextStep.PROVE && why == Why.LOST ? proofEnds : null;
    var then = step == NextStep.PROVE && why == Why.ORDERED ? term.deadlineFrom(now) : null;
    return new NextStepView(step, why, until, then, until != null && until.isBefore(now));
  }

  private static boolean proves(NextStep step) {
    return step == NextStep.PROVE || step == NextStep.RECORD_PROOF;
  }

  private static Why why(DomainMailState mail, Instant proofEnds) {
    if (proofEnds != null) {
      return Why.LOST;
    }
    return switch (mail) {
      case NONE -> null;
      case ORDERED -> Why.ORDERED;
      case ACTIVE -> Why.ACTIVE;
    };
  }

  /** What is to be done, for the partner. */
  public Text text() {
    return words("domain.now.");
  }

  /** The same for staff: what there is to be done here, or what the partner is waited for. */
  public Text forStaff() {
    return words("domain.now.staff.");
  }

  /** Who is to act, in a word. */
  public Text who(boolean forStaff) {
    return Text.of((forStaff ? "domain.now.by.staff." : "domain.now.by.") + step.by());
  }

  private Text words(String prefix) {
    return Text.of(prefix + step + (why == null ? "" : "." + why), until, then);
  }
}
