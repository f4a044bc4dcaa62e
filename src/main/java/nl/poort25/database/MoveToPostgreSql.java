package nl.poort25.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Command-line program that moves the database of a stopped portal from H2 to an empty PostgreSQL
 * database, with all ids, and compares what came. Its argument is the URL of the one, the portal's
 * settings (environment or system properties) name the other. All is one transaction: what is cut
 * off leaves tables without a row. Exit status: 0 where all of it is there, 2 where not.
 */
public final class MoveToPostgreSql {
  private final Connection from;
  private final Connection to;
  private final PrintStream out;

  private MoveToPostgreSql(Connection from, Connection to, PrintStream out) {
    this.from = from;
    this.to = to;
    this.out = out;
  }

  public static void main(String[] arguments) {
    System.exit(
        run(List.of(arguments), ProgramSettings::find, new PrintStream(System.out, true, UTF_8)));
  }

  /** Where its settings are. */
  interface Setting {
    Optional<String> of(String key);
  }

  static int run(List<String> arguments, Setting settings, PrintStream out) {
    String url = settings.of("poort25.db.url").orElse("");
    if (arguments.size() != 1
        || !arguments.get(0).startsWith("jdbc:h2:file:")
        || !url.startsWith("jdbc:postgresql:")) {
      out.println("Give the URL of the H2 database (jdbc:h2:file:…), and in poort25.db.url,");
      out.println("poort25.db.user and poort25.db.password an empty database of PostgreSQL.");
      return 2;
    }
    var target = new PortalDataSource();
    target.setUrl(url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true");
    target.setUser(settings.of("poort25.db.user").orElse(""));
    target.setPassword(settings.of("poort25.db.password").orElse(""));
    try (var from = open(arguments.get(0))) {
      mustBeEmpty(target);
      mustBeOfThisRelease(from, target);
      Migrations.run(target);
      try (var to = target.getConnection()) {
        new MoveToPostgreSql(from, to, out).move();
      }
      out.println("All of it is there. Start the portal on it, with the same data key.");
      return 0;
    } catch (SQLException | IllegalStateException e) {
      out.println("Nothing was moved: " + e.getMessage());
      return 2;
    }
  }

  /** Nothing is written there, and rows come one after the other, not all at once. */
  private static Connection open(String url) throws SQLException {
    try {
      return DriverManager.getConnection(
          url + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r;LAZY_QUERY_EXECUTION=1", "sa", "");
    } catch (SQLException e) {
      throw new IllegalStateException(
          "the H2 database cannot be opened. A portal that runs has its file for itself: stop it."
              + " ("
              + e.getMessage()
              + ")",
          e);
    }
  }

  /**
   * @param target knows what this release has
   */
  private static void mustBeOfThisRelease(Connection from, PortalDataSource target)
      throws SQLException {
    var known =
        Arrays.stream(Migrations.configuration(target).load().info().all())
            .map(migration -> migration.getVersion().getVersion())
            .collect(Collectors.toCollection(TreeSet::new));
    var made = new TreeSet<String>();
    try (var statement = from.createStatement();
        var rows =
            statement.executeQuery(
                "select \"version\" from \"flyway_schema_history\""
                    + " where \"version\" is not null")) {
      while (rows.next()) {
        made.add(rows.getString(1));
      }
    }
    if (!made.equals(known)) {
      throw new IllegalStateException(
          "the H2 database is one of another release, with migrations up to "
              + made.last()
              + ": start this portal on it once, and stop it");
    }
  }

  private static void mustBeEmpty(PortalDataSource target) throws SQLException {
    try (var connection = target.getConnection()) {
      var tables = tables(connection);
      if (!tables.isEmpty()) {
        throw new IllegalStateException(
            "the PostgreSQL database is not empty, it has " + tables.get(0));
      }
    }
  }

  private static List<String> tables(Connection of) throws SQLException {
    var tables = new ArrayList<String>();
    try (var found =
        of.getMetaData().getTables(null, of.getSchema(), "%", new String[] {"TABLE"})) {
      while (found.next()) {
        tables.add(found.getString("TABLE_NAME"));
      }
    }
    return tables;
  }

  private void move() throws SQLException {
    to.setAutoCommit(false);
    // an index of a large table takes longer than a page may
    execute("set local statement_timeout = 0");
    execute("set local lock_timeout = 0");
    var copies = new ArrayList<TableCopy>();
    for (String table : tables(to)) {
      if (!table.startsWith("flyway")) {
        copies.add(new TableCopy(to, table));
      }
    }
    for (var copy : copies) {
      copy.mustBeAlike(from);
      execute("alter table " + copy.table() + " disable trigger user");
    }
    var indexes = new ServerIndexes(to);
    indexes.drop();
    var sums = new TreeMap<String, RowSum>();
    for (var copy : copies) {
      execute("delete from " + copy.table()); // what a migration puts there
      sums.put(copy.table(), copy.copy(from, to));
      out.println(copy.table() + ": " + sums.get(copy.table()));
    }
    continueIds();
    indexes.make();
    for (var copy : copies) {
      execute("alter table " + copy.table() + " enable trigger user");
    }
    compare(copies, sums);
    to.commit();
    to.setAutoCommit(true);
    execute("analyze");
  }

  private void compare(List<TableCopy> copies, Map<String, RowSum> sums) throws SQLException {
    for (var copy : copies) {
      var there = copy.sum(to);
      if (!there.equals(sums.get(copy.table()))) {
        throw new IllegalStateException(
            copy.table() + " is another there: " + there + " instead of " + sums.get(copy.table()));
      }
    }
  }

  /** Ids go on where they were, also behind rows that are gone. */
  private void continueIds() throws SQLException {
    try (var statement = from.createStatement();
        var columns =
            statement.executeQuery(
                "select lower(table_name), lower(column_name), identity_base"
                    + " from information_schema.columns"
                    + " where table_schema = 'PUBLIC' and is_identity = 'YES'")) {
      while (columns.next()) {
        execute(
            "alter table %s alter column %s restart with %d"
                .formatted(columns.getString(1), columns.getString(2), columns.getLong(3)));
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = to.createStatement()) {
      statement.execute(sql);
    }
  }
}
