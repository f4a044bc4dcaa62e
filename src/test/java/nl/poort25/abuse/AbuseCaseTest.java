package nl.poort25.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.poort25.abusereport.Samples;
import nl.poort25.account.Account;
import nl.poort25.account.Partner;
import nl.poort25.account.Role;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;
import nl.poort25.network.ConnectionKind;
import nl.poort25.ticket.Ticket;
import nl.poort25.web.Conflict;
import nl.poort25.web.FormErrors;
import org.junit.jupiter.api.Test;

/** What may be done with a case, an item and a report, in which state. */
class AbuseCaseTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");
  private static final Cidr ADDRESS = Cidr.of("192.0.2.10");

  private final Partner partner = new Partner("Havenkantoor ICT", MONDAY);
  private final Account sanne =
      new Account(partner, "sanne@a.example", "Sanne", Set.of(Role.PARTNER_USER), "nl", MONDAY);
  private final Account karim =
      new Account(null, "karim@a.example", "Karim", Set.of(Role.REVIEWER), "nl", MONDAY);
  private final Connection connection =
      new Connection("ZAK-1", ConnectionKind.BUSINESS_LINE, partner, null, null, MONDAY);
  private final AbuseCase opened =
      new AbuseCase(
          "AB-2026-0001",
          connection,
          List.of(ADDRESS, Cidr.of("192.0.2.11")),
          closedTicket(),
          "Spam.",
          null,
          karim,
          MONDAY);

  // tickets of another package are made by its repository alone; closed, so that nothing closes it
  private static Ticket closedTicket() {
    return new Ticket() {
      @Override
      public boolean isClosed() {
        return true;
      }
    };
  }

  @Test
  void aBlockIsOpenWithFiveOpenItemsAndTheRelaysDenied() {
    assertTrue(opened.isOpen());
    assertEquals(partner, opened.getPartner());
    assertEquals(List.of(ADDRESS, Cidr.of("192.0.2.11")), opened.getAddresses());
    assertEquals(
        List.of(ItemKind.values()),
        opened.getItems().stream().map(InvestigationItem::getKind).toList());
    assertEquals(MONDAY, opened.getRelayDeniedSince());
    assertNull(opened.getRelayDeniedUntil());
    assertNull(opened.getConfirmation());
  }

  @Test
  void itIsInForceOnce() {
    opened.confirmEnforced("gemeten", karim, TUESDAY);
    assertEquals(TUESDAY, opened.getConfirmation().at());
    assertThrows(Conflict.class, () -> opened.confirmEnforced("nog eens", karim, TUESDAY));
  }

  @Test
  void moreAddressesAreBlockedFromThenOnAndTheirBlockIsConfirmedAnew() {
    opened.confirmEnforced("gemeten", karim, MONDAY);
    var act = opened.extend(List.of(Cidr.of("192.0.2.12")), "De server is verhuisd.", TUESDAY);
    assertEquals(List.of(Cidr.of("192.0.2.12")), act.addresses());
    assertEquals(3, opened.getAddresses().size());
    var added = opened.getAdded();
    assertEquals(1, added.size());
    assertEquals(TUESDAY, added.get(0).getOpenedAt());
    assertNull(opened.getConfirmation());
    assertNull(added.get(0).getInForceAt());
    opened.confirmEnforced("ook gemeten", karim, TUESDAY);
    assertEquals(TUESDAY, added.get(0).getInForceAt());
    opened.close("opgelost", karim, TUESDAY);
    assertThrows(
        Conflict.class, () -> opened.extend(List.of(Cidr.of("192.0.2.13")), "nog een", TUESDAY));
  }

  @Test
  void anAnswerIsJudgedAndAnsweredAnewUntilItIsAccepted() {
    var item = opened.item(ItemKind.CAUSE);
    assertThrows(Conflict.class, () -> item.judge(AnswerReview.ACCEPTED, null, karim, MONDAY));
    item.answer("zwak wachtwoord", sanne, MONDAY);
    assertEquals("ANSWERED", item.getStanding());
    item.judge(AnswerReview.NOT_ACCEPTED, "welk account?", karim, MONDAY);
    assertEquals("NOT_ACCEPTED", item.getStanding());
    item.answer("account info", sanne, TUESDAY);
    assertNull(item.getJudgement());
    assertNull(item.getWhy());
    item.judge(AnswerReview.ACCEPTED, null, karim, TUESDAY);
    assertTrue(item.isAccepted());
    assertThrows(Conflict.class, () -> item.answer("toch anders", sanne, TUESDAY));
  }

  @Test
  void staffMayComeBackOnAJudgementWhileTheCaseIsOpen() {
    var item = opened.item(ItemKind.PROOF);
    item.answer("log", sanne, MONDAY);
    item.judge(AnswerReview.ACCEPTED, null, karim, MONDAY);
    var act = item.judge(AnswerReview.NOT_ACCEPTED, "log is van gisteren", karim, TUESDAY);
    assertEquals(Map.of("judgement", "ACCEPTED"), act.before());
    assertFalse(item.isAccepted());
  }

  @Test
  void anEndLiftsTheDenialAndNothingHappensAfterIt() {
    opened.item(ItemKind.CAUSE).answer("x", sanne, MONDAY);
    opened.close("opgelost", karim, TUESDAY);
    assertFalse(opened.isOpen());
    assertEquals(TUESDAY, opened.getRelayDeniedUntil());
    assertThrows(Conflict.class, () -> opened.close("nog eens", karim, TUESDAY));
    assertThrows(Conflict.class, () -> opened.confirmEnforced("te laat", karim, TUESDAY));
    var item = opened.item(ItemKind.CAUSE);
    assertThrows(Conflict.class, () -> item.answer("y", sanne, TUESDAY));
    assertThrows(Conflict.class, () -> item.judge(AnswerReview.ACCEPTED, null, karim, TUESDAY));
  }

  @Test
  void aReportIsConfirmedBeforeItIsGatheredAndThenNeverPutAside() {
    var report = new AbuseReport(Samples.read(Samples.arf()), "d", karim, TUESDAY);
    assertEquals(ReportState.UNMATCHED, report.getState());
    report.match(ADDRESS, MONDAY, connection);
    assertEquals(ReportState.MATCHED, report.getState());
    assertThrows(Conflict.class, () -> report.gather(opened));
    report.confirm(ADDRESS, MONDAY, connection, karim, TUESDAY);
    report.gather(opened);
    assertEquals(ReportState.IN_CASE, report.getState());
    assertThrows(Conflict.class, () -> report.dismiss("toch niet", karim, TUESDAY));
    assertThrows(Conflict.class, () -> report.confirm(ADDRESS, MONDAY, connection, karim, TUESDAY));
  }

  @Test
  void aYearIsOneOfTheCalendar() {
    assertEquals(Instant.parse("2025-11-23T10:00:00Z"), RepeatedAbuse.yearBefore(MONDAY));
    assertEquals(
        Instant.parse("2027-02-28T10:00:00Z"),
        RepeatedAbuse.yearBefore(Instant.parse("2028-02-29T10:00:00Z")));
  }

  @Test
  void addressesAreSingleAndAtMostFifty() {
    var errors = new FormErrors();
    assertEquals(
        Set.of(ADDRESS, Cidr.of("2001:db8::1")),
        BlockCandidates.read(" 192.0.2.10,\n2001:db8::1; 192.0.2.10", errors));
    assertTrue(errors.isEmpty());
    for (String typed : List.of("", "192.0.2.0/24", "mail.example.nl", "192.0.2.10 x")) {
      var found = new FormErrors();
      assertEquals(Set.of(), BlockCandidates.read(typed, found));
      assertFalse(found.isEmpty(), typed);
    }
    var many = new StringBuilder();
    for (int i = 0; i < 51; i++) {
      many.append("192.0.2.").append(i).append(' ');
    }
    assertEquals(Set.of(), BlockCandidates.read(many.toString(), errors));
  }

  @Test
  void whatThePartnerReadsHasNoMailAddress() {
    var errors = new FormErrors();
    assertEquals("spam @ 10:00", PartnerText.required(errors, "reason", "spam @ 10:00", 100));
    for (String text :
        List.of("van klager@klacht.example", "to=<k@x>", "r=klager%40klacht.example")) {
      var found = new FormErrors();
      assertNull(PartnerText.required(found, "reason", text, 100));
      assertFalse(found.isEmpty(), text);
    }
  }
}
