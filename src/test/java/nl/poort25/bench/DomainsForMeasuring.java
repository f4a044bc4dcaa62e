package nl.poort25.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fills the database of a portal that is not running with domains of one partner: copies of what
 * that partner has in the demo world, so in every state, under names of their own.
 */
final class DomainsForMeasuring {
  private static final int BATCH = 1_000;
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "db", "jdbc:h2:file:./target/demo/poort25",
          "db.user", "sa",
          "db.password", "",
          "email", "sanne@havenkantoor.example",
          "domains", "100000");

  private final OffsetDateTime never = OffsetDateTime.now(ZoneOffset.UTC).plusYears(10);
  private final Connection connection;

  private DomainsForMeasuring(Connection connection) {
    this.connection = connection;
  }

  public static void main(String[] arguments) throws SQLException {
    var options = Options.of(arguments, DEFAULTS);
    try (var connection =
        DriverManager.getConnection(
            options.text("db"), options.text("db.user"), options.text("db.password"))) {
      connection.setAutoCommit(false);
      new DomainsForMeasuring(connection).fill(options.text("email"), options.number("domains"));
      connection.commit();
      try (var statement = connection.createStatement()) {
        statement.execute("analyze");
      }
    }
  }

  /**
   * @throws IllegalStateException if the partner of that account has no domain to copy
   */
  private void fill(String email, int domains) throws SQLException {
    var models =
        rows(
            "select r.* from registration r join account a on a.partner_id = r.partner_id"
                + " where a.email = ? and r.name not like '%-meetdomein.nl' order by r.id",
            email);
    if (models.isEmpty()) {
      throw new IllegalStateException("the partner of " + email + " has no domain to copy");
    }
    int first = 1 + rows("select id from registration where name like '%-meetdomein.nl'").size();
    for (int from = first; from <= domains; from += BATCH) {
      copy(models, from, Math.min(from + BATCH - 1, domains));
      connection.commit();
    }
    System.out.println(rows("select count(*) domains from registration"));
  }

  private void copy(List<Map<String, Object>> models, int from, int to) throws SQLException {
    var copies = new ArrayList<Map<String, Object>>();
    var names = new ArrayList<Map<String, Object>>();
    for (int number = from; number <= to; number++) {
      var row = new LinkedHashMap<>(models.get(number % models.size()));
      String name = String.format(Locale.ROOT, "0%06d-meetdomein.nl", number);
      row.remove("id");
      row.put("name", name);
      row.put("unicode_name", name);
      row.put("reversed_name", "nl." + name.substring(0, name.length() - 3));
      row.computeIfPresent("held_name", (column, held) -> name);
      row.put("proof_token", "meetdomein-" + number);
      row.replace("next_check_at", never); // or the schedule would look them all up meanwhile
      copies.add(row);
      names.add(Map.of("name", name));
    }
    insert("name_lock", names);
    List<Long> ids = insert("registration", copies);
    copyPart("mail_service", models, from, ids);
    copyPart("dns_check", models, from, ids);
  }

  /** What hangs on the model hangs on its copy as well. */
  private void copyPart(String table, List<Map<String, Object>> models, int from, List<Long> ids)
      throws SQLException {
    var parts = new ArrayList<List<Map<String, Object>>>();
    for (var model : models) {
      parts.add(
          rows(
              "select * from " + table + " where registration_id = ? order by 1", model.get("id")));
    }
    var copies = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < ids.size(); i++) {
      for (var part : parts.get((from + i) % models.size())) {
        var row = new LinkedHashMap<>(part);
        row.remove("id");
        row.put("registration_id", ids.get(i));
        copies.add(row);
      }
    }
    insert(table, copies);
  }

  private List<Map<String, Object>> rows(String sql, Object... parameters) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      var rows = new ArrayList<Map<String, Object>>();
      try (var result = statement.executeQuery()) {
        var columns = result.getMetaData();
        while (result.next()) {
          var row = new LinkedHashMap<String, Object>();
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), result.getObject(i));
          }
          rows.add(row);
        }
      }
      return rows;
    }
  }

  /** Inserts rows that all have the columns of the first; the keys that the database made. */
  private List<Long> insert(String table, List<Map<String, Object>> rows) throws SQLException {
    var keys = new ArrayList<Long>();
    if (rows.isEmpty()) {
      return keys;
    }
    var columns = List.copyOf(rows.get(0).keySet());
    String sql =
        "insert into %s (%s) values (%s)"
            .formatted(table, String.join(", ", columns), "?, ".repeat(columns.size() - 1) + "?");
    try (PreparedStatement statement =
        connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
      for (var row : rows) {
        for (int i = 0; i < columns.size(); i++) {
          statement.setObject(i + 1, row.get(columns.get(i)));
        }
        statement.addBatch();
      }
      statement.executeBatch();
      if (table.equals("registration")) {
        try (var made = statement.getGeneratedKeys()) {
          while (made.next()) {
            keys.add(made.getLong("id"));
          }
        }
      }
    }
    return keys;
  }
}
