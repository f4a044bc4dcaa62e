package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import nl.poort25.setting.Settings;
import nl.poort25.text.Languages;
import nl.poort25.text.LocalizedTexts;
import nl.poort25.text.Texts;
import org.junit.jupiter.api.Test;

/** What a page says of a value that was once kept as a plain text. */
class KeptValueTest {
  private final LocalizedTexts phrases =
      new LocalizedTexts(
          new Texts(new Settings(key -> Optional.empty())),
          Languages.DUTCH,
          Instant.parse("2026-11-26T10:00:00Z"));

  private String said(String value) {
    return phrases.value("audit.value.", value);
  }

  @Test
  void putsAConstantIntoWords() {
    assertEquals("actief", said("ACTIVE"));
    assertEquals("ja", said("true"));
  }

  @Test
  void putsAnInstantIntoTheTimeOfAmsterdam() {
    assertEquals("donderdag 26 november 2026 11:30:00 CET", said("2026-11-26T10:30:00Z"));
  }

  @Test
  void leavesAnythingElse() {
    for (String value : new String[] {"", "Mail SMTP, 7", "2026-99-99T99:99:99Z", "{0}", "'"}) {
      assertEquals(value, said(value));
    }
  }
}
