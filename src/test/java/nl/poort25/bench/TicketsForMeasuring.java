package nl.poort25.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;

/**
 * Fills the database of a portal that is not running with tickets of its partners: half of them
 * open (a tenth of those late), a tenth waiting for the partner, the rest closed.
 */
final class TicketsForMeasuring {
  private static final int BATCH = 1_000;
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "db", "jdbc:h2:file:./target/demo/poort25",
          "db.user", "sa",
          "db.password", "",
          "tickets", "100000");
  private static final String INSERT =
      "insert into ticket (number, matter, partner_id, filed_by, about, violations, received_at,"
          + " deadline, calendar, stopped_at, closed_at, stage, queue_at, unanswered_since,"
          + " assigned_to, version) values (?, ?, ?, ?, ?, ?, ?, ?, 'business', ?, ?, ?, ?, ?, ?, 0)";

  private TicketsForMeasuring() {}

  public static void main(String[] arguments) throws SQLException {
    var options = Options.of(arguments, DEFAULTS);
    try (var connection =
        DriverManager.getConnection(
            options.text("db"), options.text("db.user"), options.text("db.password"))) {
      connection.setAutoCommit(false);
      fill(connection, options.number("tickets"));
      try (var statement = connection.createStatement()) {
        statement.execute("analyze");
      }
    }
  }

  private static void fill(Connection connection, int tickets) throws SQLException {
    var people =
        rows(connection, "select partner_id, id from account where partner_id is not null");
    var staff = rows(connection, "select id, id from account where partner_id is null");
    var now = OffsetDateTime.now(ZoneOffset.UTC);
    try (var insert = connection.prepareStatement(INSERT)) {
      for (int i = 1; i <= tickets; i++) {
        long[] person = people[i % people.length];
        String stage = i % 10 < 5 ? "OPEN" : i % 10 == 5 ? "WAITING" : "CLOSED";
        var received = now.minusMinutes(2L * i);
        var due = i % 100 < 5 ? now.minusMinutes(i) : now.plusMinutes(i);
        boolean abuse = i % 50 == 0;
        Object[] row = {
          String.format(Locale.ROOT, "MEET-%07d", i),
          abuse ? "ABUSE" : "EXEMPTION",
          person[0],
          person[1],
          "192.0.2." + i % 256,
          i % 7 == 0 ? 1 : 0,
          received,
          stage.equals("OPEN") ? due : null,
          stage.equals("WAITING") ? received : null,
          stage.equals("CLOSED") ? received.plusHours(5) : null,
          stage,
          stage.equals("OPEN") ? due : stage.equals("WAITING") ? received : received.plusHours(5),
          i % 20 == 0 ? received : null,
          i % 3 == 0 ? staff[i % staff.length][0] : null
        };
        for (int column = 0; column < row.length; column++) {
          insert.setObject(column + 1, row[column]);
        }
        insert.addBatch();
        if (i % BATCH == 0 || i == tickets) {
          insert.executeBatch();
          connection.commit();
        }
      }
    }
  }

  private static long[][] rows(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var rows = new ArrayList<long[]>();
      while (result.next()) {
        rows.add(new long[] {result.getLong(1), result.getLong(2)});
      }
      return rows.toArray(long[][]::new);
    }
  }
}
