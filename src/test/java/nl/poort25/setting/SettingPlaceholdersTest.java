package nl.poort25.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.poort25.text.Languages;
import nl.poort25.text.Texts;
import org.junit.jupiter.api.Test;

class SettingPlaceholdersTest {
  private static Texts texts(Map<String, String> settings) {
    return new Texts(new Settings(key -> Optional.ofNullable(settings.get(key))));
  }

  private static void assertSays(String words, Map<String, String> settings, String key) {
    String text = texts(settings).in(Languages.DUTCH, key);
    assertTrue(text.contains(words), text);
  }

  @Test
  void countsAsTheSettingsDo() {
    assertSays("maximaal 2 mailservers (", Map.of(), "policy.4-1.text");
    assertSays("maximaal 3 mailservers (", servers("3"), "policy.4-1.text");
    assertSays("maximaal 1 mailserver (", servers("1"), "policy.4-1.text");
    assertSays("binnen 1 werkdag", Map.of("poort25.term.working.days", "1"), "policy.4-9.title");
    assertSays("binnen 5 werkdagen", Map.of("poort25.term.working.days", "5"), "policy.4-9.title");
    assertSays(
        "elke 6 maanden",
        Map.of("poort25.exemption.confirm.months", "6"),
        "domain.home.confirm.do");
  }

  private static Map<String, String> servers(String most) {
    return Map.of("poort25.exemption.servers", most);
  }

  @Test
  void hasThePreferencesOfTheSettings() {
    var relays = Map.of("poort25.relays", "5 mx.provider.example, 15 mx1.provider.example");
    assertSays("MX-record 5 mx.provider.example", relays, "policy.3-10.text");
    assertSays("boven 15", relays, "policy.3-11.text");
    assertSays("25 backup.example.net (of 16)", relays, "policy.mx.above.found");
    assertSays("2 mail.example.net", relays, "policy.mx.below.found");
    assertSays("15 mx.provider.example\n5 mx1.provider.example", relays, "policy.mx.swapped.found");
  }

  /** An example of a record that is too low is one with the lowest preference of all, too. */
  @Test
  void hasAnExampleBelowWhereTheFirstPreferenceIsZero() {
    var relays = Map.of("poort25.relays", "0 mx.provider.example, 1 mx1.provider.example");
    assertSays("1 mail.example.net (of 1 mx.provider.example)", relays, "policy.mx.below.found");
  }

  @Test
  void aSettingIsNoPattern() {
    var name = Map.of("poort25.provider.name", "N{0}rd\\$1 'net' %contact%");
    for (Locale locale : List.of(Languages.DUTCH, Languages.ENGLISH)) {
      String text = texts(name).in(locale, "policy.4-8.text", "x");
      assertEquals(texts(Map.of()).in(locale, "policy.4-8.text", "x").isEmpty(), text.isEmpty());
      assertTrue(
          texts(name).in(locale, "policy.2-4.text", "x").startsWith("N(0)rd\\$1 \u2019net\u2019"),
          text);
    }
  }
}
