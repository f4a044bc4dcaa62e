package nl.poort25.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.poort25.account.Account;
import nl.poort25.account.Customer;
import nl.poort25.account.Partner;
import nl.poort25.account.Role;
import nl.poort25.database.TestDatabase;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;
import nl.poort25.network.ConnectionKind;
import nl.poort25.ticket.Ticket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Since when it must be known what was open, for cases and reports of the DATABASE. */
@Tag(TestDatabase.TAG)
class CaseEvidenceTest {
  private static final Instant INCIDENT = Instant.parse("2026-01-05T00:00:00Z");
  private static final Instant OPENED = INCIDENT.plus(Duration.ofDays(10));
  private static final Instant CLOSED = INCIDENT.plus(Duration.ofDays(30));
  private static final TestDatabase DATABASE =
      new TestDatabase(
          AbuseCase.class,
          AbuseReport.class,
          CaseAddress.class,
          InvestigationItem.class,
          Connection.class,
          Ticket.class,
          Partner.class,
          Customer.class,
          Account.class);

  @BeforeEach
  void empty() {
    for (String table :
        List.of(
            "abuse_report",
            "abuse_case_address",
            "investigation_item",
            "abuse_case",
            "ticket",
            "connection",
            "account",
            "partner")) {
      DATABASE.run(em -> em.createNativeQuery("delete from " + table).executeUpdate());
    }
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static Optional<Instant> earliest(Instant closedSince) {
    return DATABASE.in(
        em -> {
          var evidence = new CaseEvidence();
          evidence.em = em;
          return evidence.earliest(closedSince);
        });
  }

  private static long aCase(boolean closed) {
    return DATABASE.in(
        em -> {
          var partner = new Partner("Haven", OPENED);
          var karim =
              new Account(null, "k@x.example", "Karim", Set.of(Role.REVIEWER), "nl", OPENED);
          var line =
              new Connection("ZAK-1", ConnectionKind.BUSINESS_LINE, partner, null, null, OPENED);
          List.of(partner, karim, line).forEach(em::persist);
          em.createNativeQuery(
                  "insert into ticket (number, matter, partner_id, about, violations, received_at,"
                      + " stage, queue_at, version) values ('T1', 'ABUSE', :partner, 'x', 0,"
                      + " current_timestamp, 'OPEN', current_timestamp, 0)")
              .setParameter("partner", partner.getId())
              .executeUpdate();
          var ticket = em.createQuery("select t from Ticket t", Ticket.class).getSingleResult();
          var found =
              new AbuseCase(
                  "AB-2026-0001",
                  line,
                  List.of(Cidr.of("192.0.2.1")),
                  ticket,
                  "Spam.",
                  null,
                  karim,
                  OPENED);
          em.persist(found);
          if (closed) {
            found.close("klaar", karim, CLOSED);
          }
          em.flush();
          return found.getId();
        });
  }

  private static void report(ReportState state, Instant about, Long caseId) {
    DATABASE.run(
        em -> {
          var by =
              new Account(null, state + "@x.example", "Karim", Set.of(Role.REVIEWER), "nl", OPENED);
          em.persist(by);
          em.createNativeQuery(
                  "insert into abuse_report (digest, state, format, about, incidents, uploaded_at,"
                      + " uploaded_by, excerpt, held_at, case_id, version) values (:state, :state,"
                      + " 'ARF', 'x', 1, :about, :by, 'x', :about,"
                      + (caseId == null ? " null" : caseId)
                      + ", 0)")
              .setParameter("state", state.name())
              .setParameter("about", about)
              .setParameter("by", by.getId())
              .executeUpdate();
        });
  }

  @Test
  void thereIsNone() {
    assertEquals(Optional.empty(), earliest(INCIDENT));
  }

  @Test
  void anOpenCaseRestsOnWhatWasWhenItWasOpened() {
    aCase(false);
    assertEquals(Optional.of(OPENED), earliest(CLOSED.plus(Duration.ofDays(10_000))));
  }

  @Test
  void andOnTheMomentsOfItsReports() {
    report(ReportState.IN_CASE, INCIDENT, aCase(false));
    assertEquals(Optional.of(INCIDENT), earliest(CLOSED));
  }

  @Test
  void oneThatIsClosedDoesForAsLongAsTheRest() {
    report(ReportState.IN_CASE, INCIDENT, aCase(true));
    assertEquals(Optional.of(INCIDENT), earliest(CLOSED));
    assertEquals(Optional.empty(), earliest(CLOSED.plusSeconds(1)));
  }

  @Test
  void aReportThatStaffHasToDecideAboutDoesToo() {
    report(ReportState.MATCHED, INCIDENT, null);
    assertEquals(Optional.of(INCIDENT), earliest(CLOSED));
    report(ReportState.CONFIRMED, INCIDENT.minusSeconds(1), null);
    assertEquals(Optional.of(INCIDENT.minusSeconds(1)), earliest(CLOSED));
  }

  @Test
  void aReportThatWasDismissedOrIsAboutNobodyOfOursDoesNot() {
    report(ReportState.DISMISSED, INCIDENT, null);
    report(ReportState.UNMATCHED, INCIDENT, null);
    assertEquals(Optional.empty(), earliest(CLOSED));
  }
}
