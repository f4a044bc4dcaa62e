package nl.poort25.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(TestDatabase.TAG)
class AppendOnlyTest {
  private static final String INSERT =
      """
      insert into audit_entry (happened_at, actor_name, actor_staff, act, subject_type, subject_id,
        subject_label, policy_version)
      values (current_timestamp, 'Karim', true, 'DomainRegistered', 'domain', 1, 'zeil.example', '1')
      """;
  private static final List<String> CHANGES =
      List.of(
          "update audit_entry set actor_name = 'nobody'",
          "update audit_entry set actor_name = 'nobody' where id > 0",
          "delete from audit_entry",
          "delete from audit_entry where id > 0",
          "truncate table audit_entry");

  @Test
  void refusesEveryChangeOfAnEntry() throws SQLException {
    try (var database = MigratedDatabase.make();
        var connection = database.source().getConnection()) {
      run(connection, INSERT);
      for (String change : CHANGES) {
        assertThrows(SQLException.class, () -> run(connection, change), "allows: " + change);
        assertEquals(1, entriesOfKarim(connection), "after: " + change);
      }
      run(connection, INSERT);
      assertEquals(2, entriesOfKarim(connection));
    }
  }

  @Test
  void saysWhyAnEntryCannotBeChanged() throws SQLException {
    try (var database = MigratedDatabase.make();
        var connection = database.source().getConnection()) {
      run(connection, INSERT);
      var refusal =
          assertThrows(SQLException.class, () -> run(connection, "delete from audit_entry"));
      assertTrue(refusal.getMessage().contains("append-only"), refusal.getMessage());
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int entriesOfKarim(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery("select count(*) from audit_entry where actor_name = 'Karim'")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
