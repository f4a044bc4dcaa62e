package nl.poort25.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import nl.poort25.database.NewPortalDatabase;

/**
 * Makes the database of a large provider's portal: a partner for each 500 domains, the first of
 * them with a tenth of all; as many mail services and sent mails as domains, five entries of the
 * audit log for each, and an exemption and a ticket for each ten; in every state, with every
 * optional column sometimes empty. The same seed makes the same rows.
 */
public final class LargeProvider {
  /** Of everybody in it. */
  static final String PASSWORD = "laat-mij-binnen-25";

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "db", "jdbc:h2:file:./target/large/data/poort25",
          "db.user", "sa",
          "db.password", "",
          "domains", "1000000",
          "seed", "25");

  private LargeProvider() {}

  public static void main(String[] arguments) throws SQLException {
    // H2 would keep each value that it reads once, to find it again: a fifth of the time
    System.setProperty("h2.objectCache", "false");
    var options = Options.of(arguments, DEFAULTS);
    String url = options.text("db");
    NewPortalDatabase.make(url, options.text("db.user"), options.text("db.password"));
    try (var database =
        DriverManager.getConnection(
            fast(url), options.text("db.user"), options.text("db.password"))) {
      fill(database, options.number("domains"), options.number("seed"));
      step("compacted", () -> compact(database));
    }
  }

  private static String fast(String url) {
    if (url.startsWith("jdbc:h2:file:")) {
      // to write through each commit would take as long as all the rest
      return url + ";WRITE_DELAY=1000";
    }
    String rows = "reWriteBatchedInserts=true";
    return url.contains("postgresql") ? url + (url.contains("?") ? "&" : "?") + rows : url;
  }

  private static void fill(Connection database, int domains, long seed) throws SQLException {
    fill(database, domains, 10, seed);
  }

  /**
   * Into an empty database after its migrations.
   *
   * @param others for how many domains there is one of what else is listed
   */
  public static void fill(Connection database, int domains, int others, long seed)
      throws SQLException {
    database.setAutoCommit(false);
    var indexes = new SecondaryIndexes(database);
    step("without indexes", indexes::drop);
    var size = new ProviderSize(domains, others);
    var random = new Random(seed);
    step("partners", () -> new PartnerRows(database, size, random).write());
    step("domains", () -> new DomainRows(database, size, random).write());
    step("tickets and exemptions", () -> new RequestRows(database, size, random).write());
    step("abuse", () -> new AbuseRows(database, size).write());
    step("log and mail", () -> new LogRows(database, size, random).write());
    step("identities", () -> restartIdentities(database));
    step("demo", () -> markAsDemo(database));
    step("relays", () -> forgetRelayChanges(database));
    step("indexes", indexes::make);
  }

  /** A step of the work, which says how long it took. */
  private interface Step {
    void run() throws SQLException;
  }

  private static void step(String what, Step step) throws SQLException {
    long begun = System.nanoTime();
    step.run();
    System.out.printf("%-24s %6.1f s%n", what, (System.nanoTime() - begun) / 1e9);
  }

  private static void restartIdentities(Connection database) throws SQLException {
    for (String table : ProviderSize.NUMBERED) {
      try (var statement = database.createStatement()) {
        long last;
        try (var rows = statement.executeQuery("select max(id) from " + table)) {
          rows.next();
          last = rows.getLong(1);
        }
        statement.execute("alter table " + table + " alter column id restart with " + (last + 1));
      }
    }
    database.commit();
  }

  /** Everybody has the same password: a portal that is no demo run refuses this database. */
  private static void markAsDemo(Connection database) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute("insert into demo_world (id, made_at) values (1, current_timestamp)");
    }
    database.commit();
  }

  /** As after an upgrade: what the relays have is computed of all rows once, not of each alone. */
  private static void forgetRelayChanges(Connection database) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute("truncate table relay_change");
      statement.execute("insert into relay_change (held_back) values (false)");
    }
    database.commit();
  }

  private static void compact(Connection database) throws SQLException {
    boolean postgres = SecondaryIndexes.isPostgreSql(database);
    database.setAutoCommit(true);
    try (var statement = database.createStatement()) {
      statement.execute(postgres ? "vacuum analyze" : "analyze");
      if (!postgres) {
        statement.execute("shutdown compact");
      }
    }
  }
}
