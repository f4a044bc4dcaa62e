package nl.poort25.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of names and orders that there are, as V030 and V031 take them over. */
class NamesAsReadTest {
  @TempDir Path folder;

  private OlderDatabase database;

  private static String registration(
      int id, String name, String unicode, String proof, boolean here, String mail) {
    return ("insert into registration (id, partner_id, name, unicode_name, reversed_name, held_name,"
            + " origin, action, dns_by_provider, registered_at, policy_version, proof_token, proof,"
            + " proof_since, mail_state, mx_state, standing, doubted_name, version) values (%1$d, 1,"
            + " '%2$s', '%3$s', '%2$s', '%2$s', 'ADMINISTRATIVE', 'DO_NOT_MOVE', %5$b,"
            + " current_timestamp, 'v', 'token', %4$s, current_timestamp, '%6$s', 'WRONG',"
            + " '%6$s', '%2$s', 0)")
        .formatted(id, name, unicode, proof, here, mail);
  }

  private static String order(int registration) {
    return ("insert into mail_service (registration_id, partner_id, name, kind, state, intake,"
            + " waiting_since, version) values (%1$d, 1, 'x', 'POP3_CATCH_ALL', 'ORDERED', 'POP3',"
            + " current_timestamp, 0)")
        .formatted(registration);
  }

  @Test
  void getTheirKeysAndKnowWhoseTurnItIs() throws SQLException {
    database = new OlderDatabase(folder, "28");
    database.run(
        "insert into partner (id, name, locked, created_at, version) values"
            + " (1, 'A', false, current_timestamp, 0)",
        registration(1, "xn--caf-dma.nl", "café.nl", "null", false, "ORDERED"),
        registration(2, "klant.nl", "klant.nl", "'TXT'", false, "ORDERED"),
        registration(3, "hier.nl", "hier.nl", "null", true, "ORDERED"),
        order(1),
        order(2),
        order(3));
    database.migrate();
    assertEquals(
        "cafe.nl café.nl", database.one("select sort_name from registration where id = 1"));
    assertEquals(
        "cafe.nl café.nl", database.one("select doubted_name from registration where id = 1"));
    assertEquals("klant.nl", database.one("select sort_name from registration where id = 2"));
    assertEquals(
        "cafe.nl café.nl",
        database.one("select sort_name from mail_service where registration_id = 1"));
    assertEquals("TO_PROVE PROVE", standing(1));
    assertEquals("ORDERED ACTIVATE", standing(2));
    assertEquals("ORDERED RECORD_PROOF", standing(3));
    assertEquals(
        "1",
        database.one(
            "select string_agg(registration_id, ',') from mail_service"
                + " where proof_awaited_since is not null and waiting_since is null"));
    assertEquals(
        "2", database.one("select count(*) from mail_service where waiting_since is not null"));
  }

  private String standing(int id) throws SQLException {
    return database.one("select standing || ' ' || next_step from registration where id = " + id);
  }
}
