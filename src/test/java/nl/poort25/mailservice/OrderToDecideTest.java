package nl.poort25.mailservice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What staff's pages say of services and orders. */
class OrderToDecideTest {
  @Test
  void whatWaitsForThePartnerIsCarriedOutWithoutProof() {
    var awaited = new OrderToDecide(true, false, true);
    assertEquals("mailservice.staff.without-proof", awaited.title().key());
    assertEquals("mailservice.staff.partners-turn.title", awaited.warning().key());
    var here = new OrderToDecide(true, false, false);
    assertEquals("mailservice.staff.carry-out", here.title().key());
    assertEquals("mailservice.staff.no-proof.text", here.warningText().key());
  }

  @Test
  void anOrderIsActivatedAndAChangeCarriedOut() {
    var order = new OrderToDecide(false, true, false);
    assertEquals("mailservice.staff.activate", order.title().key());
    assertEquals("mailservice.staff.activate.submit", order.submit().key());
    assertEquals(
        "mailservice.staff.carry-out.submit", new OrderToDecide(true, true, false).submit().key());
  }

  @Test
  void aChangeThatWaitsIsSaidBesideTheState() {
    var changing = new MailServiceStatus(MailServiceState.ACTIVE, true);
    assertEquals("ACTIVE.changing", changing.word());
    assertEquals("wait", changing.sign());
    var active = new MailServiceStatus(MailServiceState.ACTIVE, false);
    assertEquals("ACTIVE", active.word());
    assertEquals("ok", active.sign());
  }
}
