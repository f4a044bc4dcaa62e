package nl.poort25.overview;

import java.time.Instant;
import nl.poort25.domain.MxState;
import nl.poort25.domain.NextStep;
import nl.poort25.domain.NextStepView;
import nl.poort25.text.Text;

/**
 * What is to be done now for a name, with what the partner needs for it.
 *
 * @param who is to act; null where nobody is
 * @param until until when; null where no term runs
 * @param proving null where it is not for who looks to prove his control now
 * @param ordering whether it is for who looks to order a mail service now
 */
public record DomainNow(
    Text text, Text who, Instant until, boolean late, Proving proving, boolean ordering) {
  /**
   * Beside the proof record.
   *
   * @param mx what the MX records have to do with it
   * @param look when the record is looked for
   */
  public record Proving(Text mx, Text look) {
    /**
     * @param eagerUntil until when the name is looked at each minute; null where it is not
     */
    static Proving of(MxState mx, Instant eagerUntil) {
      return new Proving(
          Text.of(mx == MxState.CORRECT ? "domain.proof.mx-not" : "domain.proof.mx-too"),
          eagerUntil == null
              ? Text.of("domain.proof.scheduled")
              : Text.of("domain.proof.eager", eagerUntil));
    }
  }

  /**
   * For the partner.
   *
   * @param relays what is to be said of the relays, where all else is right
   */
  static DomainNow of(NextStepView next, Text relays, Proving proving) {
    boolean nothing = next.step() == NextStep.NOTHING;
    return new DomainNow(
        nothing ? relays : next.text(),
        nothing ? null : next.who(false),
        next.until(),
        next.late(),
        next.step() == NextStep.PROVE ? proving : null,
        next.step() == NextStep.ORDER);
  }

  /**
   * For staff.
   *
   * @param relays what is to be said of the relays; null where they are not all that is missing
   */
  static DomainNow forStaff(NextStepView next, Text relays) {
    return new DomainNow(
        relays == null ? next.forStaff() : relays,
        next.step() == NextStep.NOTHING ? null : next.who(true),
        next.until(),
        next.late(),
        null,
        false);
  }
}
