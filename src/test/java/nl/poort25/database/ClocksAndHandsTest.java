package nl.poort25.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the tickets of people who are locked already, and of requests that are held. */
class ClocksAndHandsTest {
  private static final String BEFORE = "24";

  @TempDir Path folder;

  private static String account(int id, boolean locked, String roles) {
    return ("insert into account (id, email, name, roles, language, stamp, locked, totp_last_step,"
            + " created_at, version) values (%d, 'a%d', 'A', '%s', 'nl', 0, %b, 0,"
            + " current_timestamp, 0)")
        .formatted(id, id, roles, locked);
  }

  private static String ticket(int id, int assigned, String deadline, String closed) {
    return ("insert into ticket (id, number, matter, matter_id, partner_id, about, violations,"
            + " received_at, deadline, closed_at, stage, queue_at, assigned_to, version) values"
            + " (%1$d, 'T-%1$d', 'EXEMPTION', %1$d, 1, 'x', 0, timestamp with time zone"
            + " '2026-11-20 09:00:00+00', %3$s, %4$s, 'OPEN',"
            + " timestamp with time zone '2026-11-24 16:00:00+00', %2$d, 0)")
        .formatted(id, assigned, deadline, closed);
  }

  private static String at(String day) {
    return "timestamp with time zone '2026-11-" + day + " 16:00:00+00'";
  }

  private static String exemption(int id, String state) {
    return ("insert into exemption (id, kind, state, partner_id, outside, created_by, created_at,"
            + " reminders, ticket_id, version) values (%d, 'THIRD_PARTY', '%s', 1, false, 1,"
            + " current_timestamp, 0, %d, 0)")
        .formatted(id, state, id);
  }

  @Test
  void areMended() throws SQLException {
    var database = new OlderDatabase(folder, BEFORE);
    database.run(
        "insert into partner (id, name, locked, created_at, version) values"
            + " (1, 'P', false, current_timestamp, 0)",
        account(1, false, "REVIEWER"),
        account(2, true, "REVIEWER"),
        account(3, false, "AUDITOR"),
        ticket(1, 1, at("30"), "null"),
        ticket(2, 2, at("30"), "null"),
        ticket(3, 3, at("24"), "null"),
        ticket(4, 2, "null", at("25")),
        exemption(1, "SUBMITTED"),
        exemption(3, "SUBMITTED"),
        "insert into connection (id, reference, partner_id, kind, version, added_at) values"
            + " (1, 'C', 1, 'COLOCATION', 0, current_timestamp)",
        "insert into abuse_case (id, number, partner_id, connection_id, ticket_id, state,"
            + " opened_at, opened_by, reason, relay_denied_since, version) values (1, 'AB-1', 1, 1,"
            + " 2, 'OPEN', "
            + at("26")
            + ", 1, 'x', "
            + at("26")
            + ", 0)");
    database.migrate();
    assertEquals("1", database.one("select assigned_to from ticket where id = 1"), "he acts");
    assertNull(database.one("select assigned_to from ticket where id = 2"), "locked");
    assertNull(database.one("select assigned_to from ticket where id = 3"), "reads only");
    assertEquals("2", database.one("select assigned_to from ticket where id = 4"), "closed");
    assertEquals("WAITING", database.one("select stage from ticket where id = 1"), "held");
    assertNull(database.one("select deadline from ticket where id = 1"));
    assertNull(database.one("select missed_deadline from ticket where id = 1"), "no term went by");
    assertEquals(
        "1",
        database.one("select count(*) from ticket where id = 3 and missed_deadline < held_at"),
        "its term had gone by before the block");
    assertNull(database.one("select held_at from ticket where id = 2"), "no request");
    assertEquals(
        "QUESTION",
        database.one(
            "select kind from standard_answer where dutch like '%termijn stil%' fetch first row only"));
    assertEquals("3", database.one("select count(*) from standard_answer where kind = 'MESSAGE'"));
  }
}
