package nl.poort25.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.poort25.it.Browser;
import nl.poort25.it.Eventually;
import nl.poort25.it.OtherPortal;
import nl.poort25.it.PostgreSql;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal that has begun on H2 goes on working on PostgreSQL. */
@Tag(Trials.ON_ONE_DATABASE)
class MoveToPostgreSqlIT {
  private static final String BRAM = "bram@havenkantoor.example";

  @TempDir private Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private String h2() {
    return "jdbc:h2:file:" + folder.resolve("poort25");
  }

  private int move(PostgreSql target) {
    said.reset();
    var settings = Map.of("poort25.db.url", target.url(), "poort25.db.user", PostgreSql.USER);
    return MoveToPostgreSql.run(
        List.of(h2()),
        key -> Optional.ofNullable(settings.get(key)),
        new PrintStream(said, true, UTF_8));
  }

  private static String newest(Browser browser) {
    return browser.get("/customers?q=Zeilmakerij").find("href=\"(/customers/\\d+)").orElseThrow();
  }

  @Test
  void itGoesOnThereWithAllThatItHad() throws Exception {
    try (var target = new PostgreSql()) {
      String page;
      var backups = folder.resolve("backups");
      var settings = Map.of("poort25.db.url", h2(), "poort25.backup.folder", backups.toString());
      try (var before = new OtherPortal(settings)) {
        var bram = Browser.at(before.url(), BRAM);
        assertEquals(303, bram.post("/customers", "name", "Zeilmakerij Vroeger").status());
        page = newest(bram);
        Eventually.holds("the first backup", () -> hasBackup(backups));
        Files.createFile(backups.resolve("now"));
        Eventually.holds("another at once", () -> !Files.exists(backups.resolve("now")));
        assertEquals(2, move(target), said.toString(UTF_8));
        assertTrue(said.toString(UTF_8).contains("stop it"), said.toString(UTF_8));
        before.end(60);
      }
      assertEquals(0, move(target), said.toString(UTF_8));
      try (var after = new OtherPortal(target)) {
        var bram = Browser.at(after.url(), BRAM);
        assertEquals(page, newest(bram));
        assertEquals(200, bram.get("/").status());
        assertEquals(303, bram.post("/customers", "name", "Aanmakerij Later").status());
        String later =
            bram.get("/customers?q=Aanmakerij").find("href=\"(/customers/\\d+)").orElseThrow();
        assertTrue(id(later) > id(page), later);
        var lieke = Browser.at(after.url(), "lieke@routit.example");
        assertTrue(lieke.get("/backoffice/log").says("Aanmakerij Later"));
      }
      assertEquals(2, move(target), said.toString(UTF_8));
      assertTrue(said.toString(UTF_8).contains("not empty"), said.toString(UTF_8));
    }
  }

  private static boolean hasBackup(Path backups) {
    try (var files = Files.newDirectoryStream(backups, "poort25-*.zip")) {
      return files.iterator().hasNext();
    } catch (IOException e) {
      return false; // no folder yet
    }
  }

  private static long id(String page) {
    return Long.parseLong(page.substring(page.lastIndexOf('/') + 1));
  }

  @Test
  void whatIsNoSuchDatabaseIsRefusedInASentence() {
    int status =
        MoveToPostgreSql.run(
            List.of(h2()), key -> Optional.of("jdbc:h2:mem:x"), new PrintStream(said, true, UTF_8));
    assertEquals(2, status);
    assertTrue(said.toString(UTF_8).contains("jdbc:h2:file:"), said.toString(UTF_8));
  }
}
