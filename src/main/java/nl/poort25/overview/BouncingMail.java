package nl.poort25.overview;

import nl.poort25.domain.DomainMailState;
import nl.poort25.domain.MxState;
import nl.poort25.text.Text;

/**
 * That MX records send mail to the relays while no mail service takes it.
 *
 * @param whole whether all records do
 * @param records that do
 * @param ordered whether a service was ordered
 */
public record BouncingMail(boolean whole, String records, boolean ordered) {
  /**
   * Null where nothing bounces.
   *
   * @param records that send mail to the relays; empty for none
   */
  static BouncingMail of(DomainMailState mail, MxState mx, String records) {
    return mail == DomainMailState.ACTIVE || records.isEmpty()
        ? null
        : new BouncingMail(mx == MxState.CORRECT, records, mail == DomainMailState.ORDERED);
  }

  public Text title() {
    return Text.of(whole ? "domain.bounces" : "domain.bounces.some");
  }

  public Text text() {
    return whole ? Text.of("domain.bounces.text") : Text.of("domain.bounces.some.text", records);
  }

  public Text toDo() {
    return Text.of(ordered ? "domain.bounces.ordered" : "domain.bounces.order");
  }

  /** The same for staff: what the partner can do. */
  public Text forStaff() {
    return Text.of(ordered ? "domain.bounces.ordered.staff" : "domain.bounces.order.staff");
  }
}
