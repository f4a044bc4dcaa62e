package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every documented way to start the portal names heap, collector and what opens the port. */
class DocumentedStartTest {
  private static final Pattern STARTS =
      Pattern.compile("java ((?:-X\\S+ )*)-jar (?:\\S*/)?portal\\.jar");

  /** Those of Java in README. */
  static List<String> options() throws IOException {
    return all().get(0);
  }

  private static List<List<String>> all() throws IOException {
    try (var documents = Files.list(Path.of("src/docs"))) {
      return Stream.concat(Stream.of(Path.of("README.md")), documents)
          .filter(document -> document.toString().endsWith(".md"))
          .flatMap(document -> STARTS.matcher(text(document)).results())
          .map(command -> List.of(command.group(1).strip().split(" ")))
          .toList();
    }
  }

  private static String text(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void allNameTheSameHeapAndCollector() throws Exception {
    var commands = all();
    assertFalse(commands.isEmpty());
    for (var options : commands) {
      assertEquals(options(), options);
      assertTrue(options.stream().anyMatch(option -> option.startsWith("-Xmx")), "" + options);
      assertTrue(options.stream().anyMatch(o -> o.matches("-XX:\\+Use\\w+GC")), "" + options);
    }
  }

  @Test
  void noneTakesAQuickStartForASlowerPortal() throws Exception {
    for (var options : all()) {
      assertTrue(
          options.stream().noneMatch(o -> o.matches("-Xint|-XX:(TieredStopAtLevel|-Tiered).*")),
          "" + options);
    }
  }

  /** What makes the archive of classes is followed by what uses it. */
  @Test
  void theArchiveThatIsMadeIsTheOneThatIsUsed() {
    String readme = text(Path.of("README.md"));
    assertEquals(named(readme, "ArchiveClassesAtExit"), named(readme, "SharedArchiveFile"));
    assertEquals(named(readme, "AOTCacheOutput"), named(readme, "AOTCache"));
  }

  private static String named(String readme, String option) {
    var matcher = Pattern.compile("-XX:" + option + "=([^`]+)`").matcher(readme);
    assertTrue(matcher.find(), option);
    return matcher.group(1);
  }

  @Test
  void mavenStartsItWithTheSame() throws Exception {
    String pom = text(Path.of("pom.xml"));
    for (String option : options()) {
      assertTrue(pom.contains("<option><value>" + option + "</value></option>"), option);
    }
    assertTrue(pom.contains("src/main/payara/open.txt"));
  }

  @Test
  void theUberJarOpensItsPortItself() {
    String readme = text(Path.of("README.md"));
    assertTrue(readme.contains("--postdeploycommandfile src/main/payara/open.txt --outputuberjar"));
  }
}
