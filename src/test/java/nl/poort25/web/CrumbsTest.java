package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The way back above a page: links, and at their end the page itself by its title. */
class CrumbsTest {
  private static final Pattern CRUMBS =
      Pattern.compile("<nav class=\"crumbs\".*?</nav>", Pattern.DOTALL);
  // with a style's signs between them: nothing but links is written
  private static final Pattern HERE =
      Pattern.compile(
          "</a>(\\s*</th:block>)?\\s*"
              + "<span aria-current=\"page\" th:text=\"\\$\\{title}\"></span>\\s*</nav>");

  @Test
  void endWithThePageItself() throws IOException {
    var faults = new ArrayList<String>();
    int seen = 0;
    List<Path> templates;
    try (var paths = Files.walk(Path.of("webapp/WEB-INF/views"))) {
      templates = paths.filter(path -> path.toString().endsWith(".html")).toList();
    }
    for (Path template : templates) {
      for (var crumbs : CRUMBS.matcher(Files.readString(template)).results().toList()) {
        seen++;
        if (!HERE.matcher(crumbs.group()).find()) {
          faults.add(template + ": " + crumbs.group());
        }
      }
    }
    assertEquals(List.of(), faults);
    assertTrue(seen > 40, "seen: " + seen);
  }
}
