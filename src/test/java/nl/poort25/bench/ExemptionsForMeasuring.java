package nl.poort25.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Gives each ticket of {@code TicketsForMeasuring} that is about an exemption its exemption with
 * one opening: requested, open, approved, suspended and closed in turns; a tenth of one percent
 * still has to be opened or closed.
 */
final class ExemptionsForMeasuring {
  private static final int BATCH = 1_000;
  private static final Map<String, String> DEFAULTS =
      Map.of("db", "jdbc:h2:file:./target/demo/poort25", "db.user", "sa", "db.password", "");
  private static final List<String> KINDS =
      List.of("OWN_MAIL_SERVICE", "COLOCATION", "THIRD_PARTY");
  private static final List<String> OTHERS =
      List.of("OPEN", "OPEN", "OPEN", "CLOSED", "SUSPENDED", "REJECTED", "WITHDRAWN");
  private static final String EXEMPTION =
      "insert into exemption (kind, state, partner_id, connection_id, outside, destinations,"
          + " created_by, created_at, ordered_by, ordered_at, ticket_id, verdict, reminders,"
          + " version) values (?, ?, ?, ?, false, ?, ?, ?, ?, ?, ?, '', 0, 0)";
  private static final String OPENING =
      "insert into opening (exemption_id, partner_id, connection_id, destination, destination_key,"
          + " state, held, port_open, to_do, to_do_since, opened_at, version)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)";

  private record Ticket(long id, long partner, long filedBy, boolean open) {}

  private ExemptionsForMeasuring() {}

  public static void main(String[] arguments) throws SQLException {
    var options = Options.of(arguments, DEFAULTS);
    try (var connection =
        DriverManager.getConnection(
            options.text("db"), options.text("db.user"), options.text("db.password"))) {
      connection.setAutoCommit(false);
      fill(connection);
      try (var statement = connection.createStatement()) {
        statement.execute("analyze");
      }
    }
  }

  private static void fill(Connection database) throws SQLException {
    var connections = connections(database);
    var tickets =
        tickets(database).stream().filter(t -> connections.containsKey(t.partner())).toList();
    try (var exemption = database.prepareStatement(EXEMPTION, Statement.RETURN_GENERATED_KEYS);
        var opening = database.prepareStatement(OPENING)) {
      for (int from = 0; from < tickets.size(); from += BATCH) {
        var some = tickets.subList(from, Math.min(from + BATCH, tickets.size()));
        for (int i = 0; i < some.size(); i++) {
          var ticket = some.get(i);
          long line = connections.get(ticket.partner());
          set(
              exemption,
              KINDS.get((from + i) % 3),
              state(ticket, from + i),
              ticket.partner(),
              line,
              address(from + i),
              ticket.filedBy(),
              moment(from + i),
              ticket.filedBy(),
              moment(from + i),
              ticket.id());
        }
        exemption.executeBatch();
        var ids = exemption.getGeneratedKeys();
        for (int i = 0; i < some.size() && ids.next(); i++) {
          open(opening, ids.getLong(1), some.get(i), connections, from + i);
        }
        opening.executeBatch();
        database.commit();
      }
    }
  }

  private static void open(
      PreparedStatement opening, long id, Ticket ticket, Map<Long, Long> connections, int i)
      throws SQLException {
    String state = state(ticket, i);
    boolean ended = state.equals("CLOSED") || state.equals("WITHDRAWN") || state.equals("REJECTED");
    String address = address(i);
    set(
        opening,
        id,
        ticket.partner(),
        connections.get(ticket.partner()),
        address,
        key(i),
        state.equals("SUBMITTED") ? "WAITING" : ended ? "CLOSED" : state,
        ended ? null : address,
        state.equals("OPEN"),
        i % 1000 == 1 ? "OPEN" : i % 1000 == 2 ? "CLOSE" : null,
        i % 1000 == 1 || i % 1000 == 2 ? moment(i) : null,
        state.equals("OPEN") ? moment(i) : null);
  }

  private static String state(Ticket ticket, int i) {
    return ticket.open() ? "SUBMITTED" : OTHERS.get(i % OTHERS.size());
  }

  /** Of 10.0.0.0/8, one each. */
  private static String address(int i) {
    return "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255);
  }

  private static String key(int i) {
    return "4" + String.format(Locale.ROOT, "%08x", 10 << 24 | i);
  }

  private static OffsetDateTime moment(int i) {
    return OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(2L * i);
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.addBatch();
  }

  private static Map<Long, Long> connections(Connection database) throws SQLException {
    var connections = new HashMap<Long, Long>();
    try (var statement = database.createStatement();
        var rows =
            statement.executeQuery(
                "select partner_id, min(id) from connection group by partner_id")) {
      while (rows.next()) {
        connections.put(rows.getLong(1), rows.getLong(2));
      }
    }
    return connections;
  }

  private static List<Ticket> tickets(Connection database) throws SQLException {
    var tickets = new ArrayList<Ticket>();
    try (var statement = database.createStatement();
        var rows =
            statement.executeQuery(
                "select t.id, t.partner_id, t.filed_by, t.stage from ticket t where t.number like"
                    + " 'MEET-%' and t.matter = 'EXEMPTION' and not exists (select 1 from exemption"
                    + " e where e.ticket_id = t.id) order by t.id")) {
      while (rows.next()) {
        tickets.add(
            new Ticket(
                rows.getLong(1),
                rows.getLong(2),
                rows.getLong(3),
                !rows.getString(4).equals("CLOSED")));
      }
    }
    return tickets;
  }
}
