package nl.poort25.mx;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Domains for a schedule to look at: copies of one of the demo world, under names of their own. */
public final class DueNames {
  /** All names end so. */
  public static final String TOP = ".example";

  private DueNames() {}

  /**
   * Makes them: {@code LABEL-1.example} and so on, not among the new ones, with correct MX records
   * at the last look and a proof that no look ends.
   *
   * @param database of a portal with the demo world
   * @param due in the order in which they are made, a microsecond apart
   */
  public static void make(Connection database, String label, int names, Instant due)
      throws SQLException {
    var own =
        Map.ofEntries(
            Map.entry("name", "n.name"),
            Map.entry("unicode_name", "n.name"),
            Map.entry("sort_name", "n.name"),
            Map.entry("held_name", "n.name"),
            Map.entry("reversed_name", "'example.' || n.label"),
            Map.entry("proof_token", "'token-of-' || n.label"),
            Map.entry("mx_state", "'CORRECT'"),
            Map.entry("proof", "'STAFF'"));
    try (var statement = database.createStatement()) {
      var columns = columns(statement);
      var values = columns.stream().map(c -> own.getOrDefault(c, "r." + c)).toList();
      String model = "select * from registration where held_name is not null order by id limit 1";
      String named =
          "select g.i as i, '%1$s-' || g.i as label, '%1$s-' || g.i || '%2$s' as name from %3$s"
              .formatted(label, TOP, numbers(database, names));
      int made =
          statement.executeUpdate(
              "insert into registration (%s) select %s from (%s) r, (%s) n"
                  .formatted(String.join(", ", columns), String.join(", ", values), model, named));
      if (made != names) {
        throw new IllegalStateException(made + " of " + names + " names were made");
      }
      statement.execute(
          "insert into dns_check (registration_id, next_at) select r.id, timestamp with time zone"
              + " '%s' + r.id * interval '0.000001' second from registration r where r.name like '%s-%%%s'"
                  .formatted(due, label, TOP));
    }
  }

  private static List<String> columns(Statement statement) throws SQLException {
    var columns = new ArrayList<String>();
    try (var row = statement.executeQuery("select * from registration where false")) {
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        columns.add(row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
      }
    }
    columns.remove("id");
    return columns;
  }

  private static String numbers(Connection database, int most) throws SQLException {
    return database.getMetaData().getDatabaseProductName().equals("H2")
        ? "(select x as i from system_range(1, " + most + ")) g"
        : "generate_series(1, " + most + ") g(i)";
  }
}
