package nl.poort25.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the bundles and the names of the code to {@code glossary.md}: one word per thing. */
class GlossaryTest {
  private static final Path GLOSSARY = Path.of("src/docs/glossary.md");
  // a place of a mail or the path of a page is no word that somebody reads
  private static final Pattern UNREAD = Pattern.compile("\\{\\w+}\\S*|%[\\w.]+%");

  private record Row(
      String dutch, String english, String code, String notDutch, String notEnglish) {}

  @Test
  void noTextHasAWordThatTheGlossaryGaveUp() throws IOException {
    var found = new ArrayList<String>();
    for (Row row : rows()) {
      find(Bundle.DUTCH, row.dutch(), row.notDutch(), found);
      find(Bundle.ENGLISH, row.english(), row.notEnglish(), found);
    }
    assertEquals(List.of(), found, "take the word of " + GLOSSARY);
  }

  @Test
  void everyNameOfTheCodeIsAClass() throws IOException {
    List<String> classes;
    try (var files = Files.walk(Path.of("src/main/java"))) {
      classes = files.map(file -> file.getFileName().toString()).toList();
    }
    for (Row row : rows()) {
      for (var name : Pattern.compile("`(\\w+)`").matcher(row.code()).results().toList()) {
        assertTrue(classes.contains(name.group(1) + ".java"), name.group());
      }
    }
  }

  private static void find(Bundle bundle, String instead, String givenUp, List<String> found) {
    for (String word : words(givenUp).toList()) {
      var pattern =
          Pattern.compile(
              // beside a quotation mark a letter may stand
              Character.isLetter(word.codePointAt(0))
                  ? "(?<![\\p{L}-])" + Pattern.quote(word) + "(?![\\p{L}-])"
                  : Pattern.quote(word),
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
      bundle
          .texts()
          .forEach(
              (key, text) -> {
                String read = UNREAD.matcher(text).replaceAll(" ");
                if (pattern.matcher(without(allowed(word), read)).find()) {
                  found.add(key + ": " + word + ", not " + instead);
                }
              });
    }
  }

  /** Terms of the glossary itself that the word is a part of, such as "open relays". */
  private static List<String> allowed(String word) {
    try {
      return rows().stream()
          .flatMap(row -> Stream.concat(words(row.dutch()), words(row.english())))
          .filter(term -> term.contains(" ") && term.contains(word))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String without(List<String> terms, String text) {
    String rest = text;
    for (String term : terms) {
      rest = rest.replaceAll("(?i)" + Pattern.quote(term), " ");
    }
    return rest;
  }

  private static Stream<String> words(String cell) {
    return Stream.of(cell.split("[,;:]")).map(String::strip).filter(word -> !word.isEmpty());
  }

  private static List<Row> rows() throws IOException {
    return Files.readAllLines(GLOSSARY).stream()
        .filter(line -> line.startsWith("| "))
        .skip(1)
        .map(line -> line.split("\\|", -1))
        .map(
            cell ->
                new Row(
                    cell[1].strip(),
                    cell[2].strip(),
                    cell[3].strip(),
                    cell[4].strip(),
                    cell[5].strip()))
        .toList();
  }
}
