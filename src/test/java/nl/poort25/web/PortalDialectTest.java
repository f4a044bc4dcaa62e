package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;

class PortalDialectTest {
  private static final String MOMENT = "<time p:moment=\"${line.at}\">today</time>";

  private static String time(Instant at, Locale locale) {
    var line = new HashMap<String, Object>();
    line.put("at", at);
    var model = Map.<String, Object>of("t", Rendering.phrases(locale), "line", line);
    return Rendering.fragment(MOMENT, new Context(locale, model));
  }

  @Test
  void showsAMomentAsOneSaysItWithTheExactOneInItsTitle() {
    var at = Instant.parse("2026-11-24T07:31:05Z");
    assertEquals(
        "<time datetime=\"2026-11-24T07:31:05Z\" title=\"dinsdag 24 november 2026 08:31:05 CET\">vandaag"
            + " 08:31</time>",
        time(at, Locale.forLanguageTag("nl")));
    assertEquals(
        "<time datetime=\"2026-11-24T07:31:05Z\" title=\"Tuesday 24 November 2026 08:31:05 CET\">today"
            + " 08:31</time>",
        time(at, Locale.ENGLISH));
  }

  @Test
  void showsNothingWhereThereIsNone() {
    assertEquals("<time></time>", time(null, Locale.ENGLISH));
  }
}
