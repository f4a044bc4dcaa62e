package nl.poort25.database;

import static nl.poort25.database.WatchedStart.assertEnds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the port answers while a portal starts, and what becomes of one that cannot: where what it
 * was told is wrong, and where its database is. {@code StartTrialsIT} has the other reasons.
 */
@Tag(Trials.ON_ONE_DATABASE)
class StartIT {
  @TempDir Path folder;

  @Test
  void endsWhereASettingCannotBeUsed() throws Exception {
    assertEnds(
        folder,
        Map.of("poort25.db.url", "jdbc:h2:mem:it;DB_CLOSE_DELAY=-1", "poort25.files.most", "many"),
        "poort25.files.most");
  }

  /** As after a move to another machine on which the copy of the database alone was put back. */
  @Test
  void endsWhereTheDataKeyIsMissingAndWithItThePortRefusesUntilThePortalAnswers() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("data/portal");
    var source = new PortalDataSource();
    source.setUrl(url);
    source.setUser("sa");
    Migrations.run(source);
    KeyRotation.run(source, Migrating.settings(Map.of()));
    var key = folder.resolve("data.key");
    Files.move(key, folder.resolve("kept.key"));
    assertEnds(folder, Map.of("poort25.db.url", url), "the data key is missing");
    assertFalse(Files.exists(key));
    var start =
        new WatchedStart(
            folder,
            Map.of(
                "poort25.db.url", url, "poort25.data.key.file", "" + folder.resolve("kept.key")));
    assertEquals(new TreeSet<>(List.of("200", "refused")), start.answers(), start.said());
    String text = Files.readString(folder.resolve("kept.key")).lines().toList().get(1);
    assertFalse(start.said().contains(text), "the key is in no log");
  }
}
