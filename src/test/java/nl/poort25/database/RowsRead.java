package nl.poort25.database;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How many rows, of tables and of indexes, a database reads for a statement: what it says itself
 * when it runs it and tells its plan.
 */
public final class RowsRead {
  private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

  /** PostgreSQL reads tables of fewer rows whole, and rightly so. */
  private static final int SMALL = 2_000;

  private final Connection connection;
  private final boolean isPostgreSql;
  private final Set<String> small = new TreeSet<>();

  /**
   * @param connection to a database whose tables have been analysed
   */
  public RowsRead(Connection connection) throws SQLException {
    this.connection = connection;
    isPostgreSql = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    if (isPostgreSql) {
      findSmall();
      // as on a solid-state disk; with what is meant for others it reads so small a table whole
      execute("set random_page_cost = 1.1");
    } else {
      // H2 answers the same question from its last answer
      execute("set optimize_reuse_results 0");
    }
  }

  private void findSmall() throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select relname from pg_class where relkind = 'r' and reltuples < " + SMALL)) {
      while (rows.next()) {
        small.add(rows.getString(1));
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  public long of(StatementLog.Sent sent) throws SQLException {
    if (!sent.isQuery()) {
      return 0;
    }
    String plan = plan(sent);
    return isPostgreSql
        ? rows(json(plan).getJsonObject(0).getJsonObject("Plan"))
        : SCANNED.matcher(plan).results().mapToLong(found -> Long.parseLong(found.group(1))).sum();
  }

  /** As the database tells it, for who has to find out why. */
  public String plan(StatementLog.Sent sent) throws SQLException {
    String explain = isPostgreSql ? "explain (analyze, format json) " : "explain analyze ";
    try (var statement = sent.prepared(connection, explain);
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static JsonArray json(String plan) {
    try (var reader = Json.createReader(new StringReader(plan))) {
      return reader.readArray();
    }
  }

  private long rows(JsonObject node) {
    long read = 0;
    String table = node.getString("Relation Name", "");
    if (!table.isEmpty() && !small.contains(table)) {
      double each =
          number(node, "Actual Rows")
              + number(node, "Rows Removed by Filter")
              + number(node, "Rows Removed by Index Recheck");
      read += Math.round(each * number(node, "Actual Loops"));
    }
    if (node.containsKey("Plans")) {
      for (var plan : node.getJsonArray("Plans")) {
        read += rows(plan.asJsonObject());
      }
    }
    return read;
  }

  private static double number(JsonObject node, String name) {
    return node.containsKey(name) ? node.getJsonNumber(name).doubleValue() : 0;
  }
}
