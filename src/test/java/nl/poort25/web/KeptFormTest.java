package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class KeptFormTest {
  @Test
  void comesBackAsItWas() {
    var fields = new LinkedHashMap<String, List<String>>();
    fields.put("text", List.of("Eén\r\nregel „meer” \u0007 \uD83D\uDE00"));
    fields.put("article", List.of("A4_3", "A4_5"));
    fields.put("empty", List.of(""));
    var kept = KeptForm.of("/tickets/3?x=1", "/tickets/3/updates", fields);
    assertTrue(kept.isWhole());
    assertEquals(kept, KeptForm.parse(kept.toText()));
    assertTrue(kept.isOf("/tickets/3"));
    assertFalse(kept.isOf("/tickets/30"));
  }

  @Test
  void theLongestIsLeftOutWhereAllIsTooMuch() {
    var kept =
        KeptForm.of(
            "/a", "/b", Map.of("long", List.of("é".repeat(40_000)), "short", List.of("kort")));
    assertFalse(kept.isWhole());
    assertEquals(Map.of("short", List.of("kort")), kept.fields());
    assertTrue(KeptForm.of("/a", "/b", Map.of("x", List.of("x".repeat(60_000)))).isWhole());
  }

  /** Whoever gives a field of a template such a type finds its name missing in KeptForm. */
  @Test
  void noFieldForASecretIsKept() throws IOException {
    var secret =
        Pattern.compile(
            "typed\\('([\\w-]+)'[^)]*'(?:password|current-password|new-password|one-time-code)'"
                + "|type=\"(?:password|file)\"[^>]* name=\"([\\w-]+)\"");
    int found = 0;
    try (var templates = Files.walk(Path.of("webapp/WEB-INF/views"))) {
      for (var template : templates.filter(Files::isRegularFile).toList()) {
        var fields = secret.matcher(Files.readString(template));
        while (fields.find()) {
          String name = fields.group(1) == null ? fields.group(2) : fields.group(1);
          assertFalse(KeptForm.isKept(name), name + " in " + template);
          found++;
        }
      }
    }
    assertTrue(found >= 5, "looked for the wrong thing: " + found);
  }
}
