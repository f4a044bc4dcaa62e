package nl.poort25;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a package-info says of its package: the types it names, and whom it asks. */
class PackageInfoTest {
  private static final Path CODE = Path.of("src/main/java/nl/poort25");
  private static final Pattern LINK = Pattern.compile("\\{@link[\\s*]+(\\w+)");
  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?nl\\.poort25\\.(\\w+)\\.", Pattern.MULTILINE);
  private static final Pattern ASKS = Pattern.compile("<p>Asks: (.*?)(?=<p>|\\*/)", Pattern.DOTALL);
  private static final Pattern PACKAGE = Pattern.compile("\\{@code[\\s*]+([a-z]+)}");

  /** What every feature stands on, which it need not say. */
  private static final Set<String> FOUNDATION =
      Set.of(
          "setting",
          "text",
          "list",
          "round",
          "web",
          "database",
          "archive",
          "policy",
          "audit",
          "outbox");

  @Test
  void linksNameTypesOfThePackage() {
    for (var folder : packages()) {
      LINK.matcher(info(folder))
          .results()
          .map(link -> folder.resolve(link.group(1) + ".java"))
          .forEach(type -> assertTrue(Files.exists(type), () -> "no " + type));
    }
  }

  @Test
  void whomAPackageAsksIsSaidCompletely() {
    for (var folder : packages()) {
      String name = folder.getFileName().toString();
      var asked = imported(folder);
      asked.remove(name);
      if (!FOUNDATION.contains(name)) {
        asked.removeAll(FOUNDATION);
      }
      var said = said(info(folder));
      assertEquals(asked, said, () -> "what stands after \"Asks:\" in the package-info of " + name);
    }
  }

  private static Set<String> said(String info) {
    var asks = ASKS.matcher(info);
    assertTrue(asks.find(), () -> "no \"<p>Asks:\" in " + info);
    return names(PACKAGE, asks.group(1));
  }

  private static Set<String> imported(Path folder) {
    var imported = new TreeSet<String>();
    for (var file : inside(folder)) {
      imported.addAll(names(IMPORT, text(file)));
    }
    return imported;
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> packages() {
    return inside(CODE);
  }

  private static String info(Path folder) {
    return text(folder.resolve("package-info.java"));
  }

  private static List<Path> inside(Path folder) {
    try (var found = Files.list(folder)) {
      return found.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
