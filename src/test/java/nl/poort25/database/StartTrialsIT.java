package nl.poort25.database;

import static nl.poort25.database.WatchedStart.assertEnds;

import java.nio.file.Path;
import java.util.Map;
import nl.poort25.it.FreePort;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole starts that end for other reasons than those of {@code StartIT}, by the same way. The build
 * looks at the reasons alone, in {@code MigrationsTest} and {@code DemoWorldTest}.
 */
@Tag(Trials.LONG_FORM)
class StartTrialsIT {
  @TempDir Path folder;

  @Test
  void endsWhereTheDatabaseIsAway() throws Exception {
    assertEnds(
        folder,
        Map.of("poort25.db.url", "jdbc:postgresql://127.0.0.1:" + FreePort.find() + "/none"),
        "the database cannot be reached");
  }

  @Test
  void endsWhereTheDatabaseIsOneOfANewerPortal() throws Exception {
    String url =
        WatchedStart.database(
            folder,
            "update \"flyway_schema_history\" set \"version\" = '9999' where \"version\" = '012'");
    assertEnds(folder, Map.of("poort25.db.url", url), "newer portal");
  }

  /** Everybody knows the password of its administrator. */
  @Test
  void endsWhereTheDatabaseIsOneOfADemoRun() throws Exception {
    String url =
        WatchedStart.database(
            folder, "insert into demo_world (id, made_at) values (1, current_timestamp)");
    assertEnds(folder, Map.of("poort25.db.url", url), "the database is one of a demo run");
  }

  /** It would show every mail, with the links in it. */
  @Test
  void endsWhereADemoRunIsToUseAnotherDatabase() throws Exception {
    String url =
        WatchedStart.database(
            folder,
            "insert into partner (name, created_at, locked, version)"
                + " values ('Zeilmakerij', current_timestamp, false, 0)");
    assertEnds(
        folder,
        Map.of("poort25.db.url", url, "poort25.demo", "true"),
        "the database is no demo run's");
  }
}
