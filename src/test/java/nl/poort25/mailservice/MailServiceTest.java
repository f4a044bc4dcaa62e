package nl.poort25.mailservice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.poort25.account.Account;
import nl.poort25.account.Acknowledgement;
import nl.poort25.account.Partner;
import nl.poort25.account.Role;
import nl.poort25.domain.Origin;
import nl.poort25.domain.Registration;
import nl.poort25.domain.RegistrationAction;
import nl.poort25.domain.RegistrationRequest;
import nl.poort25.domainname.DomainName;
import nl.poort25.policy.Verdict;
import nl.poort25.web.Conflict;
import org.junit.jupiter.api.Test;

class MailServiceTest {
  private static final Delivery FETCHED = Delivery.fetched(DeliveryMethod.POP3, null);

  private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-11-27T10:00:00Z");
  private static final Delivery OLD = new Delivery(DeliveryMethod.SMTP, "oud.klant.example", null);
  private static final Delivery NEW =
      new Delivery(DeliveryMethod.SMTP, "nieuw.klant.example", null);

  private final Partner partner = new Partner("Havenkantoor ICT", MONDAY);
  private final Registration registration = registered(false);

  private Registration registered(boolean dnsByProvider) {
    return new Registration(
        partner,
        null,
        new RegistrationRequest(
            DomainName.parse("klant.example"), RegistrationAction.DO_NOT_MOVE, dnsByProvider, null),
        Origin.ADMINISTRATIVE,
        "token",
        MONDAY);
  }

  private final Account sanne =
      new Account(partner, "sanne@a.example", "Sanne", Set.of(Role.PARTNER_USER), "nl", MONDAY);

  @Test
  void anOrderWaitsForStaffAndKeepsWhoKnewWhichPolicy() {
    registration.recordStaffProof("getekende verklaring", MONDAY);
    var service = ordered();
    assertEquals(MailServiceState.ORDERED, service.getState());
    assertEquals(MONDAY, service.getTurn().getWaitingSince());
    assertTrue(service.isToDecide());
    assertEquals(new Acknowledgement(sanne, MONDAY, "2016-12-19"), service.getAcknowledgement());
  }

  /** Partner and staff waited for one another. */
  @Test
  void anOrderWithoutProofWaitsForThePartnerAndThenForStaff() {
    var unproven = registered(false);
    var service = service(unproven, MailServiceKind.SMTP, OLD);
    assertNull(service.getTurn().getWaitingSince());
    assertEquals(MONDAY, service.getTurn().getProofAwaitedSince());
    assertTrue(service.getTurn().isWaiting(), "staff can activate it with a note");
    service.updateWhoseTurn(TUESDAY);
    assertEquals(MONDAY, service.getTurn().getProofAwaitedSince(), "nothing has changed");
    unproven.recordStaffProof("getekende verklaring", TUESDAY);
    service.updateWhoseTurn(TUESDAY);
    assertEquals(TUESDAY, service.getTurn().getWaitingSince(), "from now on a term of staff runs");
    assertFalse(service.getTurn().isProofAwaited());
    service.activate(null, FRIDAY);
    assertFalse(service.getTurn().isWaiting());
  }

  @Test
  void anOrderWhoseNameLiesInTheProvidersDnsWaitsForStaff() {
    var service = service(registered(true), MailServiceKind.SMTP, OLD);
    assertEquals(MONDAY, service.getTurn().getWaitingSince());
    assertFalse(service.getTurn().isProofAwaited());
  }

  @Test
  void whatWasTakenOverInBreachOfRulesIsStaffsToAcceptWithoutProofToo() {
    var service =
        MailService.takenOver(
            registered(false), MailServiceKind.SMTP, OLD, new Verdict(List.of()), MONDAY);
    assertFalse(service.getTurn().isWaiting());
    service.updateWhoseTurn(TUESDAY);
    assertFalse(service.getTurn().isWaiting(), "nothing is asked");
    service.change(NEW, TUESDAY);
    assertTrue(service.getTurn().isProofAwaited());
    service.change(OLD, FRIDAY);
    assertFalse(service.getTurn().isWaiting(), "taken back");
  }

  @Test
  void staffEndsOnlyWhatItTookOverAndOnce() {
    var service =
        MailService.takenOver(
            registration, MailServiceKind.SMTP, OLD, new Verdict(List.of()), MONDAY);
    assertTrue(service.isStoppable());
    assertFalse(service.isToDecide());
    var act = service.stop("op verzoek", FRIDAY);
    assertEquals(MailServiceState.CANCELLED, service.getState());
    assertEquals("op verzoek", act.after().get("reason"));
    assertTrue(service.isStopped());
    assertFalse(service.isStoppable());
    assertThrows(Conflict.class, () -> service.stop("nog eens", FRIDAY));
    assertThrows(Conflict.class, () -> ordered().stop("besteld", FRIDAY));
  }

  @Test
  void takesOnlyTheFieldsOfItsKind() {
    assertThrows(IllegalArgumentException.class, () -> service(MailServiceKind.SMTP, FETCHED));
    assertThrows(IllegalArgumentException.class, () -> service(MailServiceKind.POP3_BOX, FETCHED));
    assertThrows(
        IllegalArgumentException.class, () -> service(MailServiceKind.POP3_CATCH_ALL, OLD));
    assertThrows(
        IllegalArgumentException.class,
        () -> service(MailServiceKind.IRONPORT, Delivery.fetched(DeliveryMethod.POP3, "info")));
    assertThrows(IllegalArgumentException.class, () -> ordered().change(FETCHED, FRIDAY));
  }

  @Test
  void aDeliveryHasADestinationIfItIsBySmtp() {
    assertThrows(
        IllegalArgumentException.class, () -> new Delivery(DeliveryMethod.POP3, "a.example", null));
    assertThrows(
        IllegalArgumentException.class, () -> new Delivery(DeliveryMethod.SMTP, null, null));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Delivery(DeliveryMethod.SMTP, "a.example", "info"));
  }

  @Test
  void anOrderIsChangedAtOnceAndKeepsItsPlaceInTheQueue() {
    registration.recordStaffProof("getekende verklaring", MONDAY);
    var service = ordered();
    var act = service.change(NEW, TUESDAY);
    assertEquals(NEW, service.getDelivery());
    assertNull(service.getWanted());
    assertEquals(MONDAY, service.getTurn().getWaitingSince());
    assertEquals("oud.klant.example", act.before().get("destination"));
    assertEquals("nieuw.klant.example", act.after().get("destination"));
  }

  @Test
  void whatIsActiveStaysInForceUntilTheChangeIsCarriedOut() {
    var service = active();
    service.change(NEW, TUESDAY);
    assertEquals(OLD, service.getDelivery());
    assertEquals(NEW, service.getWanted());
    assertEquals(TUESDAY, service.getTurn().getWaitingSince());
    assertTrue(service.isActive());
    var act = service.activate(null, FRIDAY);
    assertTrue(act.isChange());
    assertEquals(NEW, service.getDelivery());
    assertNull(service.getWanted());
    assertFalse(service.getTurn().isWaiting());
    assertEquals(TUESDAY, service.getActivatedAt());
  }

  @Test
  void toAskForWhatIsInForceTakesTheChangeBack() {
    var service = active();
    service.change(NEW, TUESDAY);
    service.change(OLD, FRIDAY);
    assertNull(service.getWanted());
    assertFalse(service.getTurn().isWaiting());
  }

  @Test
  void aRefusedOrderEndsWithItsReason() {
    var service = ordered();
    var act = service.refuse("geen contract", TUESDAY);
    assertFalse(act.isChange());
    assertEquals(MailServiceState.REFUSED, service.getState());
    assertEquals("geen contract", service.getReason());
    assertEquals(TUESDAY, service.getEndedAt());
    assertThrows(Conflict.class, () -> service.change(NEW, FRIDAY));
    assertThrows(Conflict.class, () -> service.cancel(FRIDAY));
    assertThrows(Conflict.class, () -> service.activate(null, FRIDAY));
  }

  @Test
  void aRefusedChangeLeavesWhatIsActiveAsItWas() {
    var service = active();
    service.change(NEW, TUESDAY);
    var act = service.refuse("onbereikbaar", FRIDAY);
    assertTrue(act.isChange());
    assertTrue(service.isActive());
    assertEquals(OLD, service.getDelivery());
    assertNull(service.getWanted());
    assertEquals("onbereikbaar", service.getReason());
    service.change(NEW, FRIDAY);
    assertNull(service.getReason());
  }

  @Test
  void isActivatedOnceOnly() {
    var service = active();
    assertThrows(Conflict.class, () -> service.activate(null, FRIDAY));
    assertThrows(Conflict.class, () -> service.refuse("te laat", FRIDAY));
  }

  @Test
  void takesANoteWhereControlIsNotProven() {
    var service = ordered();
    assertThrows(Conflict.class, () -> service.activate(null, TUESDAY));
    var act = service.activate("contract 12 gezien", TUESDAY);
    assertTrue(service.isActive());
    assertEquals("contract 12 gezien", act.after().get("note"));
  }

  @Test
  void aCancelledServiceIsOverForGood() {
    var service = active();
    service.change(NEW, TUESDAY);
    service.cancel(FRIDAY);
    assertEquals(MailServiceState.CANCELLED, service.getState());
    assertFalse(service.getTurn().isWaiting());
    assertNull(service.getWanted());
    assertFalse(service.isEndedWithRegistration());
    assertThrows(Conflict.class, () -> service.cancel(FRIDAY));
  }

  @Test
  void endsWithTheRegistrationOfItsName() {
    var service = active();
    registration.withdraw(FRIDAY);
    var act = service.endWithRegistration();
    assertEquals(MailServiceState.CANCELLED, service.getState());
    assertTrue(service.isEndedWithRegistration());
    assertEquals("ACTIVE", act.before().get("state"));
  }

  private MailService ordered() {
    return service(MailServiceKind.SMTP, OLD);
  }

  private MailService active() {
    registration.recordStaffProof("gezien", MONDAY);
    var service = ordered();
    service.activate(null, TUESDAY);
    return service;
  }

  private MailService service(MailServiceKind kind, Delivery delivery) {
    return service(registration, kind, delivery);
  }

  private MailService service(Registration of, MailServiceKind kind, Delivery delivery) {
    return new MailService(of, kind, delivery, sanne, MONDAY);
  }
}
