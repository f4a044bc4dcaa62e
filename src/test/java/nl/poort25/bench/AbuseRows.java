package nl.poort25.bench;

import java.sql.Connection;
import java.sql.SQLException;
import nl.poort25.abuse.ReportState;
import nl.poort25.network.Cidr;

/** Abuse cases, of which few are open, and the reports that they began with. */
final class AbuseRows {
  private final Connection database;
  private final ProviderSize size;

  AbuseRows(Connection database, ProviderSize size) {
    this.database = database;
    this.size = size;
  }

  void write() throws SQLException {
    try (var tickets =
            new BulkTable(
                database,
                "ticket",
                "id,number,matter,matter_id,partner_id,connection_id,about,violations,received_at,"
                    + "closed_at,stage,queue_at,queue_rank,version");
        var cases =
            new BulkTable(
                database,
                "abuse_case",
                "id,number,partner_id,connection_id,ticket_id,state,opened_at,opened_by,reason,"
                    + "relay_denied_since,relay_denied_until,in_force_at,in_force_by,closed_at,"
                    + "closed_by,conclusion,version");
        var addresses =
            new BulkTable(
                database,
                "abuse_case_address",
                "id,case_id,address,address_key,opened_at,open_key,in_force_at");
        var reports =
            new BulkTable(
                database,
                "abuse_report",
                "id,digest,state,format,about,source,incidents,uploaded_at,uploaded_by,excerpt,"
                    + "address,held_at,day_of,connection_id,case_id,dismissed_at,dismissed_by,why,"
                    + "version,chain")) {
      for (int c = 1; c <= size.cases(); c++) {
        one(c, tickets, cases, addresses);
        report(c, reports);
      }
    }
  }

  private void one(int c, BulkTable tickets, BulkTable cases, BulkTable addresses)
      throws SQLException {
    boolean open = c % 20 == 0;
    int ticket = size.requests() + c;
    var at = size.past(c, size.cases());
    var address = Cidr.parse(PartnerRows.address(4 * c + 1));
    tickets.add(
        ticket,
        "A-%06d".formatted(c),
        "ABUSE",
        c,
        size.partnerOf(c),
        size.customerOf(c),
        address,
        0,
        at,
        open ? null : size.now(),
        open ? "WAITING" : "CLOSED",
        open ? at : size.now(),
        0,
        0);
    cases.add(
        c,
        "AB-2026-%06d".formatted(c),
        size.partnerOf(c),
        size.customerOf(c),
        ticket,
        open ? "OPEN" : "CLOSED",
        at,
        size.staff(c),
        "Spam gemeld",
        at,
        open ? null : size.now(),
        c % 40 == 0 ? null : at,
        c % 40 == 0 ? null : size.staff(c),
        open ? null : size.now(),
        open ? null : size.staff(c),
        open ? null : "Opgelost",
        0);
    addresses.add(
        c, c, address, address.firstKey(), at, open ? address.firstKey() : null, open ? null : at);
  }

  private void report(int c, BulkTable rows) throws SQLException {
    var states = ReportState.values();
    var state = states[c % states.length];
    boolean named = c % 3 > 0;
    boolean gathered = state != ReportState.DISMISSED && c % 2 == 0;
    rows.add(
        c,
        "%064d".formatted(c),
        state,
        "ARF",
        "ABUSE",
        named ? PartnerRows.address(4 * c + 1) : null,
        1L,
        size.past(c, size.cases()),
        size.staff(c),
        "",
        named ? PartnerRows.address(4 * c + 1) : null,
        named ? size.past(c, size.cases()) : null,
        null,
        named ? size.customerOf(c) : null,
        gathered ? c : null,
        state == ReportState.DISMISSED ? size.now() : null,
        state == ReportState.DISMISSED ? size.staff(c) : null,
        state == ReportState.DISMISSED ? "Geen spam" : null,
        0,
        "NONE");
  }
}
