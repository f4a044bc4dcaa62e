package nl.poort25.outbox;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.poort25.setting.Settings;
import nl.poort25.text.Languages;
import nl.poort25.text.Texts;
import org.junit.jupiter.api.Test;

/** The texts of the mails in both bundles. */
class MailTextsTest {
  private final Texts texts = new Texts(new Settings(key -> Optional.empty()));
  private final Set<String> templates =
      texts.names("mail.").stream()
          .map(name -> name.substring(0, name.lastIndexOf('.')))
          .collect(toCollection(TreeSet::new));

  private String text(Locale locale, String template, String part) {
    String found = texts.pattern(locale, "mail." + template + "." + part);
    return found == null ? "" : found;
  }

  @Test
  void everyMailHasSubjectAndBodyInBothLanguages() {
    for (String template : templates) {
      for (var locale : List.of(Languages.DUTCH, Languages.ENGLISH)) {
        assertFalse(text(locale, template, "subject").isBlank(), template + " " + locale);
        assertFalse(text(locale, template, "body").isBlank(), template + " " + locale);
      }
    }
  }

  @Test
  void bothLanguagesHaveTheSamePlaces() {
    for (String template : templates) {
      for (String part : List.of("subject", "body")) {
        assertEquals(
            places(text(Languages.DUTCH, template, part)),
            places(text(Languages.ENGLISH, template, part)),
            template + "." + part);
      }
    }
  }

  private static Set<String> places(String text) {
    return Pattern.compile("\\{[^}]*\\}")
        .matcher(text)
        .results()
        .map(found -> found.group())
        .collect(toCollection(TreeSet::new));
  }

  @Test
  void aPlaceIsAName() {
    for (String template : templates) {
      for (String place : places(text(Languages.DUTCH, template, "body"))) {
        assertTrue(place.matches("\\{[a-z][A-Za-z0-9]*\\}"), template + " " + place);
      }
    }
  }

  @Test
  void noSubjectHasALink() {
    for (String template : templates) {
      String subject = text(Languages.DUTCH, template, "subject");
      assertFalse(subject.contains("{link}") || subject.contains("://"), template);
    }
  }

  @Test
  void everyMailIsWrittenSomewhere() throws IOException {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      var sources = new StringBuilder();
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        sources.append(Files.readString(file));
      }
      for (String template : templates) {
        assertTrue(sources.indexOf("\"" + template + "\"") >= 0, "nothing writes mail " + template);
      }
    }
  }
}
