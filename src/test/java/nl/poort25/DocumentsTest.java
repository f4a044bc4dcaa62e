package nl.poort25;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a newcomer reads first: each class and test that it names is there. */
class DocumentsTest {
  private static final List<Path> DOCUMENTS =
      List.of(Path.of("README.md"), Path.of("src/docs/working.md"));

  // `MailServiceKind`, `exemption.ExemptionFacts.Round`, `Page.of(…)`: the class before a dot
  private static final Pattern CLASS =
      Pattern.compile("`(?:[a-z]+\\.)?([A-Z][a-z]\\w+)(?:[.(][^`]*)?`");

  /** Of the platform. */
  private static final Set<String> FOREIGN = Set.of("HealthCheck", "Startup");

  private static final Pattern CHOSEN = Pattern.compile("-D(?:it\\.)?test='?([\\w*,]+)");

  @Test
  void everyClassThatTheyNameExists() throws IOException {
    var classes = classes();
    var named = new TreeSet<String>();
    for (Path document : DOCUMENTS) {
      CLASS.matcher(Files.readString(document)).results().forEach(c -> named.add(c.group(1)));
    }
    assertTrue(named.size() > 40, named::toString);
    named.removeAll(FOREIGN);
    named.removeAll(classes);
    assertEquals(Set.of(), named);
  }

  @Test
  void everyTestThatTheyChooseExists() throws IOException {
    var classes = classes();
    var chosen = new TreeSet<String>();
    for (Path document : DOCUMENTS) {
      CHOSEN
          .matcher(Files.readString(document))
          .results()
          .flatMap(choice -> Arrays.stream(choice.group(1).split(",")))
          .forEach(chosen::add);
    }
    assertTrue(chosen.size() > 8, chosen::toString);
    chosen.removeIf(test -> classes.stream().anyMatch(matcher(test)));
    assertEquals(Set.of(), chosen);
  }

  private static Predicate<String> matcher(String test) {
    return Pattern.compile(test.replace("*", ".*")).asMatchPredicate();
  }

  private static Set<String> classes() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src"))) {
      return sources
          .map(source -> source.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(toCollection(TreeSet::new));
    }
  }
}
