package nl.poort25.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** README tells the truth about the settings, and is no longer than one reads. */
class SettingsTableTest {
  private static final Pattern ROW =
      Pattern.compile("\\| `(poort25\\.[a-z0-9.]+)` \\| (?:`(.*?)`)? ?\\|.*");

  @Test
  void namesEverySettingWithItsDefault() throws Exception {
    List<String> told =
        Files.readAllLines(Path.of("src/docs/settings.md")).stream()
            .map(ROW::matcher)
            .filter(row -> row.matches() && !row.group(1).startsWith("poort25.db."))
            .map(row -> row.group(1) + "=" + (row.group(2) == null ? "" : row.group(2)))
            .toList();
    List<String> real =
        Arrays.stream(Setting.values()).map(s -> s.key() + "=" + s.byDefault()).toList();
    assertEquals(String.join("\n", real), String.join("\n", told));
  }

  @Test
  void hasAtMostEightyLines() throws Exception {
    assertTrue(Files.readAllLines(Path.of("README.md")).size() <= 80);
  }
}
