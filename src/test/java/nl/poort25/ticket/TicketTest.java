package nl.poort25.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import nl.poort25.account.Account;
import nl.poort25.account.Partner;
import nl.poort25.account.Role;
import nl.poort25.text.Text;
import nl.poort25.ticket.TicketRow.Status;
import nl.poort25.web.Conflict;
import org.junit.jupiter.api.Test;

/** The clock of a ticket, and whose it is. */
class TicketTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-26T09:00:00Z");
  private static final Instant DUE = Instant.parse("2026-11-30T16:00:00Z");
  private static final WorkingDays BUSINESS =
      new WorkingDays(CalendarProfile.BUSINESS, Set.of(), 2, LocalTime.of(17, 0));
  private static final WorkingDays STATUTORY =
      new WorkingDays(CalendarProfile.STATUTORY, Set.of(), 2, LocalTime.of(17, 0));

  private static Ticket ticket(Deadline deadline, Instant now) {
    return new Ticket(
        "P25-2026-0001",
        Ticket.Matter.EXEMPTION,
        new Partner("Havenkantoor ICT", now),
        null,
        null,
        "192.0.2.46",
        0,
        deadline,
        now);
  }

  private static Ticket running() {
    return ticket(BUSINESS.term(RECEIVED), RECEIVED);
  }

  private static Account staff(String email) {
    return new Account(null, email, "Karim Bos", Set.of(Role.REVIEWER), "nl", RECEIVED);
  }

  private static Status standing(Ticket ticket, String now) {
    return new TicketRow(ticket, Instant.parse(now), true).standing();
  }

  @Test
  void isLateOnlyAfterTheLastMomentOfTheTerm() {
    var ticket = running();
    assertEquals(DUE, ticket.getClock().getDeadline());
    assertFalse(ticket.isLate(DUE));
    assertTrue(ticket.isLate(DUE.plusNanos(1000)));
  }

  @Test
  void isDueTodayByTheDayOfAmsterdam() {
    var ticket = running();
    assertEquals(Status.LATER, standing(ticket, "2026-11-29T22:59:00Z"));
    assertEquals(Status.TODAY, standing(ticket, "2026-11-29T23:00:00Z"));
    assertEquals(Status.LATE, standing(ticket, "2026-11-30T16:00:01Z"));
  }

  private static final Instant BLOCKED = Instant.parse("2026-11-27T10:00:00Z");
  private static final Instant CLEARED = Instant.parse("2026-12-24T10:00:00Z");

  @Test
  void anInvestigationHoldsTheClockAndItsEndStartsANewTerm() {
    var ticket = running();
    ticket.hold(BLOCKED);
    assertTrue(ticket.isHeld());
    assertFalse(ticket.isStopped(), "the partner was asked nothing");
    assertFalse(ticket.isLate(CLEARED));
    assertEquals(Status.HELD, standing(ticket, "2026-12-24T10:00:00Z"));
    ticket.release(BUSINESS.term(CLEARED));
    assertFalse(ticket.isHeld());
    assertEquals(BUSINESS.term(CLEARED).at(), ticket.getClock().getDeadline());
    assertNull(ticket.getClock().getMissedDeadline());
  }

  @Test
  void aTermThatWasMissedBeforeTheBlockStaysMissed() {
    var ticket = running();
    ticket.hold(DUE.plusSeconds(60));
    assertEquals(DUE, ticket.getClock().getMissedDeadline());
  }

  @Test
  void anAnswerDuringTheInvestigationStartsNoTerm() {
    var ticket = running();
    ticket.stop(BLOCKED);
    ticket.hold(BLOCKED.plusSeconds(60));
    ticket.resume(BUSINESS.term(CLEARED));
    assertNull(ticket.getClock().getDeadline());
    assertEquals(Status.HELD, standing(ticket, "2026-12-24T10:00:00Z"));
    ticket.release(BUSINESS.term(CLEARED));
    assertEquals(BUSINESS.term(CLEARED).at(), ticket.getClock().getDeadline());
  }

  @Test
  void theEndOfTheInvestigationStartsNoTermWhileAQuestionWaits() {
    var ticket = running();
    ticket.hold(BLOCKED);
    ticket.stop(BLOCKED.plusSeconds(60));
    ticket.release(BUSINESS.term(CLEARED));
    assertNull(ticket.getClock().getDeadline());
    assertEquals(Status.WAITING, standing(ticket, "2026-12-24T10:00:00Z"));
    ticket.resume(BUSINESS.term(CLEARED));
    assertEquals(BUSINESS.term(CLEARED).at(), ticket.getClock().getDeadline());
  }

  @Test
  void aQuestionStopsTheClockAndTheAnswerStartsANewTerm() {
    var ticket = running();
    var asked = Instant.parse("2026-11-27T10:00:00Z");
    ticket.stop(asked);
    assertTrue(ticket.isStopped());
    assertNull(ticket.getClock().getDeadline());
    assertEquals(TicketStage.WAITING, ticket.getPlace().getStage());
    assertEquals(Status.WAITING, standing(ticket, "2026-12-24T10:00:00Z"));
    assertFalse(ticket.isLate(Instant.parse("2026-12-24T10:00:00Z")));
    assertNull(ticket.getClock().getMissedDeadline());

    var answered = Instant.parse("2026-12-24T08:00:00Z");
    ticket.resume(BUSINESS.term(answered));
    assertFalse(ticket.isStopped());
    assertEquals(Instant.parse("2026-12-29T16:00:00Z"), ticket.getClock().getDeadline());
    assertEquals(TicketStage.OPEN, ticket.getPlace().getStage());
  }

  @Test
  void aSecondQuestionLeavesTheClockStoppedSinceTheFirst() {
    var ticket = running();
    ticket.stop(RECEIVED.plusSeconds(60));
    ticket.stop(RECEIVED.plusSeconds(600));
    assertEquals(RECEIVED.plusSeconds(60), ticket.getClock().getStoppedAt());
  }

  @Test
  void aQuestionAfterTheTermIsPossibleButTheTermWasMissed() {
    var ticket = running();
    ticket.stop(DUE.plusSeconds(1));
    assertEquals(DUE, ticket.getClock().getMissedDeadline());
    ticket.resume(BUSINESS.term(DUE.plusSeconds(3600)));
    assertEquals(DUE, ticket.getClock().getMissedDeadline(), "for good");
    var onTime = running();
    onTime.stop(DUE);
    assertNull(onTime.getClock().getMissedDeadline());
  }

  @Test
  void closingAfterTheTermMissesItAndInTimeMeetsIt() {
    var late = running();
    late.close(DUE.plusSeconds(1));
    assertEquals(DUE, late.getClock().getMissedDeadline());
    var met = running();
    met.close(DUE);
    assertNull(met.getClock().getMissedDeadline());
    assertEquals(TicketStage.CLOSED, met.getPlace().getStage());
  }

  @Test
  void theTotalTimeGoesOnWhileTheClockStands() {
    var ticket = running();
    ticket.stop(RECEIVED.plusSeconds(60));
    assertEquals(Duration.ofDays(3), ticket.total(RECEIVED.plus(Duration.ofDays(3))));
    ticket.close(RECEIVED.plus(Duration.ofDays(4)));
    assertEquals(Duration.ofDays(4), ticket.total(RECEIVED.plus(Duration.ofDays(9))));
  }

  /** 4.9: a request keeps the deadline that it was given when the calendar changes. */
  @Test
  void keepsItsDeadlineWhenTheCalendarChangesAndTakesTheNewOneForTheNextTerm() {
    var received = Instant.parse("2027-03-25T08:00:00Z"); // before Good Friday
    var ticket = ticket(BUSINESS.term(received), received);
    assertEquals(Instant.parse("2027-03-30T15:00:00Z"), ticket.getClock().getDeadline());
    // from here on the portal runs by the statutory calendar, which would give the 31st
    assertTrue(ticket.isLate(Instant.parse("2027-03-30T15:00:01Z")));
    assertEquals("business", ticket.getClock().getCalendar());
    ticket.stop(received.plusSeconds(60));
    ticket.resume(STATUTORY.term(received.plusSeconds(120)));
    assertEquals(Instant.parse("2027-03-31T15:00:00Z"), ticket.getClock().getDeadline());
    assertEquals("statutory", ticket.getClock().getCalendar());
  }

  @Test
  void whereNoTermRunsItStandsBehindAllThatHaveOne() {
    var ticket = ticket(null, RECEIVED);
    assertEquals(Status.NO_TERM, standing(ticket, "2030-01-01T00:00:00Z"));
    assertTrue(ticket.getPlace().getRank() > running().getPlace().getRank());
    assertEquals(RECEIVED, ticket.getPlace().getAt(), "by when it came, among its like");
  }

  @Test
  void nothingIsDoneToAClosedTicket() {
    var ticket = running();
    ticket.close(RECEIVED);
    assertThrows(Conflict.class, () -> ticket.close(RECEIVED));
    assertThrows(Conflict.class, () -> ticket.stop(RECEIVED));
    assertThrows(Conflict.class, () -> ticket.resume(BUSINESS.term(RECEIVED)));
    assertThrows(Conflict.class, () -> ticket.assign(staff("a@routit.example"), null));
  }

  @Test
  void whoTakesItMustHaveSeenWhoHadIt() {
    var ticket = running();
    assertThrows(Conflict.class, () -> ticket.assign(staff("a@routit.example"), 7L));
    var act = ticket.assign(staff("a@routit.example"), null);
    assertNull(act.from());
    assertNull(act.partnerId(), "who of the staff has it is no partner's matter");
    assertEquals("Karim Bos", ticket.getAssignedTo().getName());
  }

  @Test
  void aPartnersMessageWaitsForAnAnswerAlsoOnceItIsClosed() {
    var ticket = running();
    var partner = new Partner("Havenkantoor ICT", RECEIVED);
    var sanne =
        new Account(
            partner, "s@havenkantoor.example", "Sanne", Set.of(Role.PARTNER_ADMIN), "nl", RECEIVED);
    ticket.close(RECEIVED);
    ticket.recordUpdate(new Update(ticket, sanne, NewUpdate.message("Nog iets"), DUE));
    ticket.recordUpdate(
        new Update(ticket, sanne, NewUpdate.message("En nog iets"), DUE.plusSeconds(9)));
    assertEquals(DUE, ticket.getUnansweredSince());
    assertTrue(ticket.isClosed());
    ticket.recordUpdate(
        new Update(ticket, staff("a@routit.example"), NewUpdate.message("Dank u"), DUE));
    assertFalse(ticket.isUnanswered());
  }

  @Test
  void linksToWhatItIsAboutOnceThatHasAnId() {
    var ticket = running();
    assertTrue(new TicketRow(ticket, DUE, false).href().startsWith("/tickets/"));
    ticket.linkTo(12);
    assertEquals("/exemptions/12", new TicketRow(ticket, DUE, false).href());
    assertEquals("/backoffice/exemptions/12", new TicketRow(ticket, DUE, true).href());
  }

  private static TicketRow row(Ticket ticket, Instant now, boolean forStaff) {
    return new TicketRow(ticket, now, forStaff);
  }

  @Test
  void aRowSaysWhenTheAnswerIsDueAndElseHowItStands() {
    var ticket = running();
    assertEquals(Text.of("web.plain", DUE), row(ticket, RECEIVED, true).said());
    assertEquals(
        Text.of("ticket.standing.LATE", DUE), row(ticket, DUE.plusSeconds(1), false).said());
    assertTrue(row(ticket, DUE.plusSeconds(1), false).isLate());
    ticket.stop(RECEIVED);
    assertEquals(Text.of("ticket.standing.WAITING"), row(ticket, DUE, true).said());
    assertEquals(Text.of("ticket.partner.standing.WAITING"), row(ticket, DUE, false).said());
    assertFalse(row(ticket, DUE, false).isLate());
    assertEquals(RECEIVED, row(ticket, DUE, false).since());
  }

  @Test
  void whatIsClosedIsFreeForNobody() {
    var ticket = running();
    assertTrue(row(ticket, RECEIVED, true).isFreeFor(1));
    ticket.close(RECEIVED);
    assertFalse(row(ticket, RECEIVED, true).isFreeFor(1));
  }

  @Test
  void aPartnerIsAskedForAnAnswerWhereStaffAskedHim() {
    var ticket = running();
    assertEquals(Text.of("ticket.write"), new Conversation(ticket, List.of(), false).whatToWrite());
    ticket.stop(RECEIVED);
    assertEquals(
        Text.of("ticket.write.answer"), new Conversation(ticket, List.of(), false).whatToWrite());
    assertEquals(
        Text.of("ticket.write.staff"), new Conversation(ticket, List.of(), true).whatToWrite());
  }
}
