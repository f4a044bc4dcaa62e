package nl.poort25.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import nl.poort25.it.Browser;
import nl.poort25.it.Eventually;
import nl.poort25.it.OtherPortal;
import nl.poort25.it.PortalUnderTest;
import nl.poort25.it.PostgreSql;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup that is made while the portal runs, put back in another place as operating.md says: each
 * table is the same there, and a portal that never saw the old one goes on with it.
 */
class BackupIT {
  private static final String SANNE = "sanne@havenkantoor.example";
  private static final String LIEKE = "lieke@routit.example";
  private static final List<String> PAGES_OF_A_PARTNER =
      List.of("/domains", "/mail-services", "/exemptions", "/tickets", "/customers");

  /** But for the log, which a look at these pages goes on with. */
  private static final List<String> PAGES_OF_STAFF =
      List.of(
          "/backoffice/domains",
          "/backoffice/exemptions",
          "/backoffice/abuse",
          "/backoffice/firewall",
          "/backoffice/relays");

  /** By one act, and by what the portal does with it. */
  private static final Set<String> WRITTEN_AFTERWARDS =
      Set.of("customer", "audit_entry", "audit_seal", "audit_chain");

  /** What a portal that runs writes by itself, also after the backup. */
  private static final String BY_ITSELF =
      "(?i)round_run|flyway.*|account_session|.*lock.*|relay_destination";

  @TempDir private Path folder;

  /** Where a portal has its database. */
  private interface Place extends AutoCloseable {
    Map<String, String> settings();

    /** While the portal does not run. */
    Connection open() throws SQLException;

    @Override
    default void close() {}
  }

  private record Server(PostgreSql server) implements Place {
    @Override
    public Map<String, String> settings() {
      return server.settings();
    }

    @Override
    public Connection open() throws SQLException {
      return DriverManager.getConnection(server.url(), PostgreSql.USER, "");
    }

    @Override
    public void close() {
      server.close();
    }
  }

  private record InFile(Path folder) implements Place {
    private String url() {
      return "jdbc:h2:file:" + folder.resolve("data/poort25");
    }

    @Override
    public Map<String, String> settings() {
      return Map.of("poort25.db.url", url());
    }

    @Override
    public Connection open() throws SQLException {
      return DriverManager.getConnection(url(), "sa", "");
    }
  }

  @Test
  void aNewPortalGoesOnWithAllThatWasThere() throws Exception {
    var backups = folder.resolve("backups");
    try (var one = place("one");
        var other = place("other")) {
      Map<String, String> pages;
      try (var portal = portal(one, Map.of("poort25.backup.folder", "" + backups))) {
        var sanne = Browser.at(portal.url(), SANNE);
        assertEquals(303, sanne.post("/customers", "name", "Touwslagerij Vroeger").status());
        pages = pages(portal);
        backUp(one, backups);
        assertEquals(303, sanne.post("/customers", "name", "Touwslagerij Later").status());
        portal.end(60);
      }
      restore(backups, other);
      var there = sums(other);
      var here = sums(one);
      assertEquals(here.keySet(), there.keySet());
      assertTrue(there.size() > 40, there::toString);
      var others = new TreeSet<>(here.keySet());
      others.removeIf(table -> here.get(table).equals(there.get(table)));
      assertTrue(others.contains("customer"), others::toString);
      assertTrue(WRITTEN_AFTERWARDS.containsAll(others), others::toString);
      try (var portal = portal(other, Map.of())) {
        assertEquals(pages, pages(portal));
        var sanne = Browser.at(portal.url(), SANNE);
        assertTrue(sanne.get("/customers?q=Touwslagerij").says("Vroeger"));
        assertEquals(303, sanne.post("/customers", "name", "Touwslagerij Nieuw").status());
        assertTrue(Browser.at(portal.url(), LIEKE).get("/backoffice/log").says("Nieuw"));
      }
    }
  }

  private Place place(String name) {
    return PortalUnderTest.isOnPostgreSql()
        ? new Server(new PostgreSql())
        : new InFile(folder.resolve(name));
  }

  private static OtherPortal portal(Place place, Map<String, String> more) {
    var settings = new HashMap<>(place.settings());
    settings.putAll(more);
    return new OtherPortal(settings);
  }

  private void backUp(Place place, Path backups) throws IOException {
    if (place instanceof Server server) {
      server.server().dump(folder.resolve("poort25.dump"));
    } else {
      Eventually.holds("the first of the day", () -> !backups(backups).isEmpty());
      Files.createFile(backups.resolve("now"));
      Eventually.holds("another at once", () -> !Files.exists(backups.resolve("now")));
    }
  }

  private static List<Path> backups(Path folder) {
    var found = new ArrayList<Path>();
    try (var files = Files.newDirectoryStream(folder, "poort25-*.zip")) {
      files.forEach(found::add);
    } catch (IOException e) {
      return List.of(); // no folder yet
    }
    found.sort(null);
    return found;
  }

  private void restore(Path backups, Place place) throws IOException {
    if (place instanceof Server server) {
      server.server().restore(folder.resolve("poort25.dump"));
      return;
    }
    var all = backups(backups);
    var data = Files.createDirectories(((InFile) place).folder().resolve("data"));
    try (var zip = new ZipFile(all.get(all.size() - 1).toFile())) {
      for (var entry : zip.stream().toList()) {
        Files.copy(zip.getInputStream(entry), data.resolve(entry.getName()));
      }
    }
  }

  /** What people read there, below who they are and above until when they are signed in. */
  private static Map<String, String> pages(OtherPortal portal) {
    var pages = new TreeMap<String, String>();
    var sanne = Browser.at(portal.url(), SANNE);
    PAGES_OF_A_PARTNER.forEach(path -> pages.put(path, text(sanne, path)));
    var lieke = Browser.at(portal.url(), LIEKE);
    PAGES_OF_STAFF.forEach(path -> pages.put(path, text(lieke, path)));
    return pages;
  }

  private static String text(Browser browser, String path) {
    var page = browser.get(path);
    assertEquals(200, page.status(), path);
    String main = page.html().replaceAll("(?s).*<main|</main>.*", "");
    return new Visit(page.status(), page.headers(), main).text();
  }

  private static Map<String, RowSum> sums(Place place) throws SQLException {
    var sums = new TreeMap<String, RowSum>();
    try (var connection = place.open();
        var tables =
            connection
                .getMetaData()
                .getTables(
                    null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        String table = tables.getString("TABLE_NAME");
        if (!table.matches(BY_ITSELF)) {
          sums.put(table.toLowerCase(java.util.Locale.ROOT), sum(connection, table));
        }
      }
    }
    return sums;
  }

  private static RowSum sum(Connection connection, String table) throws SQLException {
    var sum = new RowSum();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select * from " + table)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        var row = new ArrayList<Object>();
        for (int i = 1; i <= columns; i++) {
          row.add(rows.getString(i));
        }
        sum.add(row);
      }
    }
    return sum;
  }
}
