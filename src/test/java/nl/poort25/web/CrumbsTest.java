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

/** The way back above a page ends with a page, and not with a stroke that leads nowhere. */
class CrumbsTest {
  private static final Pattern CRUMBS =
      Pattern.compile("<nav class=\"crumbs\".*?</nav>", Pattern.DOTALL);

  @Test
  void endWithAPage() throws IOException {
    var faults = new ArrayList<String>();
    int seen = 0;
    List<Path> templates;
    try (var paths = Files.walk(Path.of("webapp/WEB-INF/views"))) {
      templates = paths.filter(path -> path.toString().endsWith(".html")).toList();
    }
    for (Path template : templates) {
      for (var crumbs : CRUMBS.matcher(Files.readString(template)).results().toList()) {
        seen++;
        if (crumbs.group().replaceAll("<[^>]*>", "").strip().endsWith("/")) {
          faults.add(template + ": " + crumbs.group());
        }
      }
    }
    assertEquals(List.of(), faults);
    assertTrue(seen > 40, "seen: " + seen);
  }
}
