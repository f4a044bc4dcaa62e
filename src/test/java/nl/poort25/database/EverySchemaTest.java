package nl.poort25.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * From every earlier schema, with rows in every table, to that of now: no migration stumbles over
 * what is there, and none loses a row of what people have made.
 */
@Tag(TestDatabase.TAG)
class EverySchemaTest {
  /** What people have made, as opposed to what is worked out from it. */
  private static final List<String> KEPT =
      List.of(
          "partner",
          "account",
          "customer",
          "registration",
          "mail_service",
          "connection",
          "exemption",
          "opening",
          "ticket",
          "abuse_case",
          "audit_entry");

  @Test
  void leadsToThatOfNowWithItsRows() throws SQLException {
    var faults = new TreeMap<String, String>();
    int tried = 0;
    for (String version : versions()) {
      try (var database = MigratedDatabase.make(version)) {
        tried++;
        check(database);
      } catch (SQLException | RuntimeException e) {
        faults.put("from " + version, e.getMessage());
      }
    }
    assertTrue(tried > 30, () -> "so few schemas");
    assertEquals(Map.of(), faults);
  }

  private static void check(MigratedDatabase database) throws SQLException {
    Map<String, Integer> before;
    try (var connection = database.source().getConnection()) {
      var rows = new RowsOfEveryTable(connection);
      rows.fill();
      before = rows.counts();
    }
    Migrations.configuration(database.source()).load().migrate();
    try (var connection = database.source().getConnection()) {
      var after = new RowsOfEveryTable(connection).counts();
      for (String table : KEPT) {
        String name = after.containsKey(table) ? table : table.toUpperCase(java.util.Locale.ROOT);
        if (before.containsKey(name)) {
          assertEquals(before.get(name), after.get(name), table);
        }
      }
    }
  }

  /** Of all migrations but the last. */
  private static List<String> versions() {
    try (var database = MigratedDatabase.make()) {
      var all =
          Arrays.stream(database.flyway().info().applied()).map(EverySchemaTest::version).toList();
      return all.subList(0, all.size() - 1);
    }
  }

  private static String version(MigrationInfo migration) {
    return migration.getVersion().getVersion();
  }
}
