package nl.poort25.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.poort25.PortalClasses;
import nl.poort25.database.StoredNames;
import nl.poort25.setting.Settings;
import nl.poort25.text.Languages;
import nl.poort25.text.Texts;
import org.junit.jupiter.api.Test;

/** The log has words for every act, subject and field, in both languages. */
class ActTextsTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern ACT_SOURCE =
      Pattern.compile("(implements|extends|interface) [\\w, ]*Act\\b");
  private static final Pattern SUBJECT = Pattern.compile("new Subject\\(\\s*\"([a-z-]+)\"");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z-]*)\"");

  private final Texts texts = new Texts(new Settings(key -> Optional.empty()));

  private static List<String> acts() {
    return PortalClasses.ALL.stream()
        .filter(type -> type.isAssignableTo(Act.class) && !type.isInterface())
        .map(type -> StoredNames.of(type.reflect()))
        .sorted()
        .toList();
  }

  /** The sources that define an act, or what several have in common. */
  private static String sources() throws IOException {
    try (var files = Files.walk(SOURCES)) {
      var all = new StringBuilder();
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        if (ACT_SOURCE.matcher(source).find() && !file.endsWith("audit/Act.java")) {
          all.append(source);
        }
      }
      return all.toString();
    }
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult m) -> m.group(1)).distinct().toList();
  }

  private void demand(String prefix, List<String> names) {
    var missing = new TreeSet<String>();
    for (String name : names) {
      for (var locale : List.of(Languages.DUTCH, Languages.ENGLISH)) {
        if (texts.pattern(locale, prefix + name) == null) {
          missing.add(prefix + name + " (" + locale + ")");
        }
      }
    }
    assertEquals(new TreeSet<String>(), missing, "add these texts to messages_*.properties");
  }

  @Test
  void hasWordsForEveryAct() {
    assertTrue(acts().contains("MailDismissed"), acts().toString());
    demand("act.", acts());
  }

  @Test
  void hasWordsForEverySubject() throws IOException {
    var types = found(SUBJECT, allSources());
    assertTrue(types.contains("mail") && types.contains("domain"), types.toString());
    demand("audit.subject.", types);
  }

  private static String allSources() throws IOException {
    try (var files = Files.walk(SOURCES)) {
      var all = new StringBuilder();
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    }
  }

  @Test
  void hasWordsForEveryField() throws IOException {
    String withoutSubjects = SUBJECT.matcher(sources()).replaceAll("");
    var fields = found(LITERAL, withoutSubjects);
    assertTrue(fields.contains("dns-by-provider"), fields.toString());
    demand("audit.field.", fields);
  }

  @Test
  void keepsNoWordsForAnActThatIsGone() {
    var gone = new TreeSet<>(texts.names("act."));
    gone.removeAll(acts());
    assertEquals(new TreeSet<String>(), gone);
  }
}
