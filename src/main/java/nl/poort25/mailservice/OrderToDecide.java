package nl.poort25.mailservice;

import nl.poort25.text.Text;

/**
 * What the page of staff says of an order, or of a change, that waits.
 *
 * @param change whether of an active service
 * @param proven whether control of the name is (3.5)
 * @param proofAwaited whether it waits for the partner's proof
 */
public record OrderToDecide(boolean change, boolean proven, boolean proofAwaited) {
  /** Null where there is nothing to decide. */
  static OrderToDecide of(MailService service) {
    return service.isToDecide()
        ? new OrderToDecide(
            service.getWanted() != null,
            service.getRegistration().getControl().isProven(),
            service.getTurn().isProofAwaited())
        : null;
  }

  /** What the missing proof means. */
  public Text warning() {
    return Text.of(
        proofAwaited
            ? "mailservice.staff.partners-turn.title"
            : "mailservice.staff.no-proof.title");
  }

  public Text warningText() {
    return Text.of(
        proofAwaited ? "mailservice.staff.partners-turn.text" : "mailservice.staff.no-proof.text");
  }

  public Text title() {
    if (proofAwaited) {
      return Text.of("mailservice.staff.without-proof");
    }
    return Text.of(change ? "mailservice.staff.carry-out" : "mailservice.staff.activate");
  }

  public Text submit() {
    return Text.of(
        change ? "mailservice.staff.carry-out.submit" : "mailservice.staff.activate.submit");
  }
}
