package nl.poort25.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Set;
import nl.poort25.account.Role;
import nl.poort25.account.SignedInUser;
import nl.poort25.domain.DomainMailState;
import nl.poort25.domain.MxState;
import nl.poort25.domain.NextStep;
import nl.poort25.domain.NextStepView;
import nl.poort25.text.Text;
import org.junit.jupiter.api.Test;

/** What the parts of a domain's page show, and to whom. */
class DomainPartsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final String RECORD = "10 relay1.example.";
  private static final Text RELAYS = Text.of("domain.now.NOTHING.TAKEN");

  private static SignedInUser user(Long partner, Role... roles) {
    return new SignedInUser(1, "A B", "a@b.example", partner, null, Set.of(roles), "nl", true);
  }

  private static NextStepView next(NextStep step) {
    return new NextStepView(step, null, null, null, false);
  }

  @Test
  void aPartnerOrdersAndWithdrawsWhatOnlyStaffTransfers() {
    assertEquals(
        new DomainActs(true, true, false, true), DomainActs.of(true, user(7L, Role.PARTNER_USER)));
    assertEquals(
        new DomainActs(true, false, true, true), DomainActs.of(true, user(null, Role.REVIEWER)));
    assertEquals(
        new DomainActs(true, false, false, false), DomainActs.of(true, user(null, Role.NETWORK)));
    assertEquals(
        new DomainActs(false, false, false, false), DomainActs.of(true, user(null, Role.AUDITOR)));
  }

  @Test
  void nothingIsDoneWithWhatHasEnded() {
    var nothing = new DomainActs(false, false, false, false);
    assertEquals(nothing, DomainActs.of(false, user(7L, Role.PARTNER_USER)));
    assertEquals(nothing, DomainActs.of(false, user(null, Role.REVIEWER)));
  }

  @Test
  void mailBouncesOnlyWhereNoServiceTakesIt() {
    assertNull(BouncingMail.of(DomainMailState.ACTIVE, MxState.CORRECT, RECORD));
    assertNull(BouncingMail.of(DomainMailState.NONE, MxState.WRONG, ""));
    var all = BouncingMail.of(DomainMailState.NONE, MxState.CORRECT, RECORD);
    assertEquals("domain.bounces", all.title().key());
    assertEquals("domain.bounces.order", all.toDo().key());
    assertEquals("domain.bounces.order.staff", all.forStaff().key());
    var some = BouncingMail.of(DomainMailState.ORDERED, MxState.WRONG, RECORD);
    assertEquals(Text.of("domain.bounces.some.text", RECORD), some.text());
    assertEquals("domain.bounces.ordered", some.toDo().key());
    assertEquals("domain.bounces.ordered.staff", some.forStaff().key());
  }

  @Test
  void theRecordIsToldInOnePlace() {
    var proving = DomainNow.Proving.of(MxState.CORRECT, null);
    assertNotNull(DomainNow.of(next(NextStep.PROVE), RELAYS, proving).proving());
    assertFalse(ProofToGive.ofPartner(false, NextStep.PROVE).recordShown());
    assertNull(DomainNow.of(next(NextStep.SET_MX), RELAYS, proving).proving());
    assertTrue(ProofToGive.ofPartner(false, NextStep.SET_MX).recordShown());
    assertNull(DomainNow.forStaff(next(NextStep.PROVE), null).proving());
    assertTrue(ProofToGive.forStaff(false, MxState.WRONG).recordShown());
  }

  @Test
  void whereTheProviderRunsTheDnsAPartnerSetsNoRecord() {
    var here = ProofToGive.ofPartner(true, NextStep.RECORD_PROOF);
    assertTrue(here.here());
    assertFalse(here.recordShown());
  }

  @Test
  void correctMxRecordsAreNoProofYet() {
    assertTrue(ProofToGive.forStaff(false, MxState.CORRECT).despiteMx());
    assertFalse(ProofToGive.forStaff(true, MxState.CORRECT).despiteMx());
    assertEquals("domain.proof.mx-not", DomainNow.Proving.of(MxState.CORRECT, NOW).mx().key());
    assertEquals("domain.proof.mx-too", DomainNow.Proving.of(MxState.WRONG, NOW).mx().key());
    assertEquals(
        Text.of("domain.proof.eager", NOW), DomainNow.Proving.of(MxState.WRONG, NOW).look());
    assertEquals("domain.proof.scheduled", DomainNow.Proving.of(MxState.WRONG, null).look().key());
  }

  @Test
  void ofWhatIsRightTheRelaysAreTold() {
    assertEquals(RELAYS, DomainNow.of(next(NextStep.NOTHING), RELAYS, null).text());
    assertNull(DomainNow.of(next(NextStep.NOTHING), RELAYS, null).who());
    assertEquals("domain.now.ORDER", DomainNow.of(next(NextStep.ORDER), RELAYS, null).text().key());
    assertTrue(DomainNow.of(next(NextStep.ORDER), RELAYS, null).ordering());
    assertFalse(DomainNow.forStaff(next(NextStep.ORDER), null).ordering());
    assertEquals(RELAYS, DomainNow.forStaff(next(NextStep.NOTHING), RELAYS).text());
    assertEquals(
        "domain.now.by.staff.PARTNER", DomainNow.forStaff(next(NextStep.ORDER), null).who().key());
  }
}
