package nl.poort25.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which proof of before is listed to staff (3.5): the statements of the migration that says so. */
@Tag(TestDatabase.TAG)
class ProofOfBeforeTest {
  private static final String MIGRATION =
      "/db/migration/V018__proof_of_a_name_that_changes_hands.sql";

  @Test
  void isListedWhereTheRegistrationNeverSawTheMxOtherwiseBefore() throws Exception {
    try (var database = MigratedDatabase.make();
        var connection = database.source().getConnection()) {
      fill(connection);
      for (String statement : updates()) {
        run(connection, statement);
      }
      assertEquals(
          Map.of(
              "right-from-the-beginning.nl", true,
              "wrong-only-later.nl", true,
              "wrong-before.nl", false,
              "by-provider.nl", true,
              "by-txt.nl", false,
              "by-staff.nl", false,
              "without.nl", false),
          listed(connection));
    }
  }

  private static List<String> updates() throws Exception {
    try (var file = ProofOfBeforeTest.class.getResourceAsStream(MIGRATION)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(text.replaceAll("(?m)^--.*$", "").split(";")).stream()
          .map(String::strip)
          .filter(statement -> statement.startsWith("update "))
          .toList();
    }
  }

  private static void fill(Connection connection) throws SQLException {
    run(
        connection,
        "insert into partner (id, name, locked, created_at, version)"
            + " values (1, 'Havenkantoor', false, current_timestamp, 0)");
    registered(connection, 1, "right-from-the-beginning.nl", "'MX'", false);
    log(connection, 1, "10:00", "CORRECT");
    registered(connection, 2, "wrong-only-later.nl", "'MX'", false);
    log(connection, 2, "10:00", "CORRECT");
    log(connection, 2, "13:00", "WRONG");
    registered(connection, 3, "wrong-before.nl", "'MX'", false);
    log(connection, 3, "10:00", "WRONG");
    log(connection, 3, "12:00", "CORRECT");
    registered(connection, 4, "by-provider.nl", "'MX'", true);
    log(connection, 4, "10:00", "WRONG");
    registered(connection, 5, "by-txt.nl", "'TXT'", false);
    registered(connection, 6, "by-staff.nl", "'STAFF'", true);
    registered(connection, 7, "without.nl", "null", false);
  }

  private static void registered(
      Connection connection, int id, String name, String proof, boolean byProvider)
      throws SQLException {
    run(
        connection,
        "insert into registration (id, partner_id, name, unicode_name, sort_name,"
            + " reversed_name, held_name, origin, action, dns_by_provider, registered_at, policy_version, proof_token, proof,"
            + " proof_since, mail_state, mx_state, standing, version) values ("
            + id
            + ", 1, '%1$s', '%1$s', '%1$s', '%1$s', '%1$s', 'ADMINISTRATIVE', 'DO_NOT_MOVE', "
                .formatted(name)
            + byProvider
            + ", timestamp with time zone '2026-11-24 09:00:00+00', 'v', 'token', "
            + proof
            + ", timestamp with time zone '2026-11-24 12:00:00+00', 'NONE', 'CORRECT',"
            + " 'NO_SERVICE', 0)");
  }

  private static void log(Connection connection, int id, String at, String mx) throws SQLException {
    run(
        connection,
        "insert into audit_entry (happened_at, actor_name, actor_staff, act, subject_type,"
            + " subject_id, subject_label, after_values, policy_version) values (timestamp with"
            + " time zone '2026-11-24 "
            + at
            + ":00+00', 'x', false, 'MxChanged', 'domain', "
            + id
            + ", 'x', '{\"mx\":\""
            + mx
            + "\"}', 'v')");
  }

  private static Map<String, Boolean> listed(Connection connection) throws SQLException {
    var listed = new TreeMap<String, Boolean>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select name, doubted_name from registration")) {
      while (rows.next()) {
        listed.put(rows.getString(1), rows.getString(1).equals(rows.getString(2)));
      }
    }
    return listed;
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
