package nl.poort25.exemption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.poort25.account.Account;
import nl.poort25.account.Partner;
import nl.poort25.account.Role;
import nl.poort25.network.Cidr;
import nl.poort25.network.Flow;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.web.Conflict;
import org.junit.jupiter.api.Test;

/** Approved is not open, and closed is not closed yet (4.10). */
class OpeningTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private final Partner partner = new Partner("Brug & Sluis", NOW);
  private final Account lieke =
      new Account(null, "lieke@routit.example", "Lieke", Set.of(Role.NETWORK), "nl", NOW);
  private final Exemption exemption =
      new Exemption(ExemptionKind.OWN_MAIL_SERVICE, false, partner, lieke, NOW);
  private final Decision decision =
      new Decision(exemption, Decision.Kind.APPROVAL, lieke, null, NOW);
  private final Opening opening =
      new Opening(exemption, new Flow(null, Cidr.of("192.0.2.61")), true);

  @Test
  void approvedIsNotOpenUntilSomebodyConfirmsIt() {
    opening.approve(decision, NOW);
    assertEquals(OpeningState.APPROVED, opening.getState());
    assertFalse(opening.getConfirmed().isOpen());
    assertEquals(Opening.ToDo.OPEN, opening.getToDo());
    opening.confirmOpened(lieke, "gezien", NOW);
    assertEquals(OpeningState.OPEN, opening.getState());
    assertTrue(opening.getConfirmed().isOpen());
    assertNull(opening.getToDo());
  }

  @Test
  void pointsOrSomebodyConfirmIt() {
    opening.approve(decision, NOW);
    assertFalse(opening.getConfirmed().isReadBack());
    opening.confirmOpened(lieke, "gezien", NOW);
    assertFalse(opening.getConfirmed().isReadBack());
    opening.close(NOW);
    opening.confirmClosed(null, null, NOW);
    assertTrue(opening.getConfirmed().isReadBack());
  }

  @Test
  void isDeclinedAloneByAPartialApproval() {
    var other = new Opening(exemption, new Flow(null, Cidr.of("192.0.2.62")), true);
    opening.decline(
        new Decision(exemption, Decision.Kind.PARTIAL_APPROVAL, lieke, null, NOW), null);
    other.decline(new Decision(exemption, Decision.Kind.REJECTION, lieke, null, NOW), null);
    assertTrue(opening.isDeclinedAlone());
    assertFalse(other.isDeclinedAlone());
  }

  @Test
  void underABlockOfTodayStandsSinceWhenItIsBlocked() {
    opening.approve(decision, NOW);
    opening.confirmOpened(lieke, "gezien", NOW);
    assertEquals(NOW, opening.getSince());
    var blocked = NOW.plusSeconds(3600);
    opening.suspend(blocked);
    assertEquals(PortState.BLOCKING, opening.getPort());
    assertEquals(blocked, opening.getSince(), "not since it was opened");
    var closed = blocked.plusSeconds(5);
    opening.confirmClosed(lieke, "dicht", closed);
    assertEquals(PortState.SUSPENDED, opening.getPort());
    assertEquals(closed, opening.getSince());
  }

  @Test
  void whatIsClosedWaitsForTheNetworkOnlyIfItWasOpen() {
    opening.approve(decision, NOW);
    opening.close(NOW);
    assertNull(opening.getToDo());
    var other = new Opening(exemption, new Flow(null, Cidr.of("192.0.2.62")), true);
    other.approve(decision, NOW);
    other.confirmOpened(lieke, "gezien", NOW);
    other.close(NOW);
    assertEquals(OpeningState.CLOSED, other.getState());
    assertTrue(other.getConfirmed().isOpen(), "nobody has closed it yet");
    assertEquals(Opening.ToDo.CLOSE, other.getToDo());
    other.confirmClosed(lieke, "dicht", NOW);
    assertFalse(other.getConfirmed().isOpen());
    assertNull(other.getToDo());
  }

  @Test
  void blockedForAbuseItIsToBeClosedAndOnlyADecisionRestoresIt() {
    opening.approve(decision, NOW);
    opening.confirmOpened(lieke, "gezien", NOW);
    opening.suspend(NOW);
    assertEquals(OpeningState.SUSPENDED, opening.getState());
    assertEquals(Opening.ToDo.CLOSE, opening.getToDo());
    assertThrows(Conflict.class, () -> opening.confirmOpened(lieke, "toch", NOW));
    opening.confirmClosed(lieke, "dicht", NOW);
    opening.restore(decision, NOW);
    assertEquals(OpeningState.APPROVED, opening.getState());
    assertEquals(Opening.ToDo.OPEN, opening.getToDo());
  }

  @Test
  void restoredBeforeItWasClosedItIsOpenAsItWas() {
    opening.approve(decision, NOW);
    opening.confirmOpened(lieke, "gezien", NOW);
    opening.suspend(NOW);
    opening.restore(decision, NOW);
    assertEquals(OpeningState.OPEN, opening.getState());
    assertNull(opening.getToDo());
  }

  @Test
  void whatIsClosedOrDeclinedHoldsItsLineNoLonger() {
    assertTrue(opening.isHeld());
    opening.decline(decision, null);
    assertFalse(opening.isHeld());
    assertThrows(Conflict.class, () -> opening.approve(decision, NOW));
    assertThrows(Conflict.class, () -> opening.restore(decision, NOW));
  }

  @Test
  void takenOverBeforeTheFirstEnforcementItIsOpenSinceItWas() {
    var since = NOW.minusSeconds(86_400);
    var taken = takenOver(since, false);
    assertEquals(OpeningState.OPEN, taken.getState());
    assertTrue(taken.getConfirmed().isOpen());
    assertNull(taken.getToDo());
    assertEquals(since, taken.getSince());
    exemption.follow(List.of(taken), NOW);
    assertEquals(ExemptionState.OPEN, exemption.getState());
  }

  @Test
  void takenOverWhileFirewallsEnforceItWaitsUntilTheyAreSeenToHaveIt() {
    var taken = takenOver(NOW.minusSeconds(86_400), true);
    assertEquals(OpeningState.APPROVED, taken.getState());
    assertFalse(taken.getConfirmed().isOpen());
    assertEquals(Opening.ToDo.OPEN, taken.getToDo());
    assertEquals(PortState.APPROVED, taken.getPort());
    exemption.follow(List.of(taken), NOW);
    assertEquals(ExemptionState.APPROVED, exemption.getState());
    taken.confirmOpened(null, "edge-1 #42", NOW);
    exemption.follow(List.of(taken), NOW);
    assertEquals(ExemptionState.OPEN, exemption.getState());
    assertNull(taken.getToDo());
  }

  private Opening takenOver(Instant since, boolean enforced) {
    var line = new Flow(null, Cidr.of("192.0.2.63"));
    return Opening.takenOver(exemption, line, true, decision, since, enforced);
  }

  @Test
  void anExemptionIsWhatItsLinesAreTogether() {
    var other = new Opening(exemption, new Flow(null, Cidr.of("192.0.2.62")), true);
    var both = List.of(opening, other);
    assertTrue(exemption.follow(both, NOW));
    assertEquals(ExemptionState.SUBMITTED, exemption.getState());
    opening.approve(decision, NOW);
    other.decline(decision, null);
    exemption.follow(both, NOW);
    assertEquals(ExemptionState.APPROVED, exemption.getState());
    opening.confirmOpened(lieke, "gezien", NOW);
    exemption.follow(both, NOW);
    assertEquals(ExemptionState.OPEN, exemption.getState());
    assertFalse(exemption.follow(both, NOW));
    opening.suspend(NOW);
    exemption.follow(both, NOW);
    assertEquals(ExemptionState.SUSPENDED, exemption.getState());
    opening.close(NOW);
    exemption.follow(both, NOW);
    assertEquals(ExemptionState.CLOSED, exemption.getState());
  }
}
