package nl.poort25.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import nl.poort25.exemption.ExemptionState;
import nl.poort25.network.Cidr;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.policy.PolicyVersion;

/**
 * Exemptions with their tickets, lines and decisions. Of the tickets that are open one in twenty is
 * late, one in twenty has no deadline, and one in three is nobody's.
 */
final class RequestRows {
  private static final List<ExemptionState> STATES =
      List.of(
          ExemptionState.OPEN,
          ExemptionState.OPEN,
          ExemptionState.OPEN,
          ExemptionState.OPEN,
          ExemptionState.CLOSED,
          ExemptionState.CLOSED,
          ExemptionState.REJECTED,
          ExemptionState.WITHDRAWN,
          ExemptionState.SUBMITTED,
          ExemptionState.APPROVED,
          ExemptionState.SUSPENDED,
          ExemptionState.DRAFT);

  private final Connection database;
  private final ProviderSize size;
  private final Random random;

  RequestRows(Connection database, ProviderSize size, Random random) {
    this.database = database;
    this.size = size;
    this.random = random;
  }

  void write() throws SQLException {
    try (var tickets =
            new BulkTable(
                database,
                "ticket",
                "id,number,matter,matter_id,partner_id,connection_id,filed_by,about,violations,"
                    + "received_at,deadline,calendar,stopped_at,closed_at,stage,queue_at,"
                    + "queue_rank,unanswered_since,assigned_to,version,outcome");
        var exemptions =
            new BulkTable(
                database,
                "exemption",
                "id,kind,state,draft,partner_id,connection_id,outside,third_party,documentation,sources,"
                    + "destinations,volume,created_by,created_at,ordered_by,ordered_at,"
                    + "policy_version,ticket_id,verdict,approved_at,ended_at,confirm_by,"
                    + "confirmed_at,reminders,to_accept_since,version,partly");
        var decisions =
            new BulkTable(
                database,
                "decision",
                "id,exemption_id,kind,decided_by,decided_at,reason,policy_version");
        var openings =
            new BulkTable(
                database,
                "opening",
                "id,exemption_id,partner_id,connection_id,destination,destination_key,state,held,"
                    + "decision_id,port_open,to_do,to_do_since,opened_at,closed_at,version")) {
      for (int r = 1; r <= size.requests(); r++) {
        var state = STATES.get(random.nextInt(STATES.size()));
        if (state != ExemptionState.DRAFT) {
          ticket(tickets, r, state);
        }
        exemption(exemptions, r, state);
        if (state.granted() || state == ExemptionState.REJECTED || state == ExemptionState.CLOSED) {
          String kind = state == ExemptionState.REJECTED ? "REJECTION" : "APPROVAL";
          var at = size.past(r, size.requests());
          decisions.add(
              r, r, kind, size.staff(r), at, "Volgens het beleid", PolicyVersion.current().id());
        }
        if (state != ExemptionState.DRAFT) {
          opening(openings, r, state);
        }
      }
    }
  }

  private void ticket(BulkTable rows, int r, ExemptionState state) throws SQLException {
    boolean asked = state == ExemptionState.SUBMITTED || state == ExemptionState.APPROVED;
    boolean waits = asked && r % 6 == 0;
    boolean open = asked && !waits;
    boolean termless = open && r % 20 == 3;
    var received = size.past(r, size.requests());
    var due =
        r % 20 == 1
            ? size.now().minus(Duration.ofMinutes(r % 10_000))
            : size.now().plus(Duration.ofMinutes(10 + r % 10_000));
    var closed = open || waits ? null : received.plus(Duration.ofHours(5));
    rows.add(
        r,
        "T-%07d".formatted(r),
        "EXEMPTION",
        r,
        size.partnerOf(r),
        size.customerOf(r),
        size.personOf(size.partnerOf(r)),
        PartnerRows.address(4 * r),
        r % 7 == 0 ? 1 : 0,
        received,
        open && !termless ? due : null,
        termless ? null : "business",
        waits ? received : null,
        closed,
        open ? "OPEN" : waits ? "WAITING" : "CLOSED",
        open ? termless ? received : due : waits ? received : closed,
        termless ? 1 : 0,
        open && r % 4 == 0 ? received : null,
        r % 3 == 0 ? null : size.staff(r),
        0,
        closed == null
            ? null
            : state == ExemptionState.REJECTED || state == ExemptionState.WITHDRAWN
                ? state.name()
                : "OPEN");
  }

  private void exemption(BulkTable rows, int r, ExemptionState state) throws SQLException {
    var kinds = ExemptionKind.values();
    var kind = kinds[r % kinds.length];
    long partner = size.partnerOf(r);
    var at = size.past(r, size.requests());
    boolean draft = state == ExemptionState.DRAFT;
    boolean ended = state == ExemptionState.CLOSED || state == ExemptionState.WITHDRAWN;
    boolean open = state == ExemptionState.OPEN;
    rows.add(
        r,
        kind,
        state,
        draft,
        partner,
        draft && r % 2 == 0 ? null : size.customerOf(r),
        false,
        kind == ExemptionKind.THIRD_PARTY ? "Filter BV" : null,
        null,
        draft ? null : "",
        draft ? null : PartnerRows.address(4 * r),
        r % 2 == 0 ? null : 1_000,
        size.personOf(partner),
        at,
        draft ? null : size.personOf(partner),
        draft ? null : at,
        draft ? null : PolicyVersion.current().id(),
        draft ? null : r,
        draft ? null : "",
        state.granted() ? at : null,
        ended ? size.now() : null,
        open ? size.now().plus(confirmIn(r)) : null,
        open ? at : null,
        0,
        open && r % 500 == 7 ? at : null,
        0,
        open && r % 25 == 0);
  }

  /** Of most not yet: a round reminds of each that is due. */
  private static Duration confirmIn(int r) {
    return Duration.ofDays(r % 500 == 3 ? r % 30 - 5L : 40L + r % 320);
  }

  private void opening(BulkTable rows, int r, ExemptionState state) throws SQLException {
    var address = Cidr.parse(PartnerRows.address(4 * r));
    boolean ended = !state.granted() && state != ExemptionState.SUBMITTED;
    boolean open = state == ExemptionState.OPEN;
    String toDo = state == ExemptionState.APPROVED ? "OPEN" : open && r % 200 == 0 ? "CLOSE" : null;
    rows.add(
        r,
        r,
        size.partnerOf(r),
        size.customerOf(r),
        address,
        address.firstKey(),
        state == ExemptionState.SUBMITTED
            ? "WAITING"
            : state == ExemptionState.REJECTED || state == ExemptionState.WITHDRAWN
                ? "DECLINED"
                : state.name(),
        ended ? null : address,
        state.granted() || state == ExemptionState.CLOSED ? r : null,
        open,
        toDo,
        toDo == null ? null : size.past(r, size.requests()),
        open ? size.past(r, size.requests()) : null,
        state == ExemptionState.CLOSED ? size.now() : null,
        0);
  }
}
