package nl.poort25.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    var rows = rows();
    var kept =
        rows.stream()
            .flatMap(row -> Stream.concat(words(row.dutch()), words(row.english())))
            .toList();
    var found = new ArrayList<String>();
    for (Row row : rows) {
      words(row.notDutch()).forEach(word -> find(Bundle.DUTCH, word, kept, row.dutch(), found));
      words(row.notEnglish())
          .forEach(word -> find(Bundle.ENGLISH, word, kept, row.english(), found));
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

  /**
   * @param kept terms of the glossary, of which the word may be a part: "open relays"
   */
  private static void find(
      Bundle bundle, String word, List<String> kept, String instead, List<String> found) {
    var wrong = pattern(Stream.of(whole(word)));
    var right =
        pattern(
            kept.stream()
                .filter(term -> term.contains(" ") && term.contains(word))
                .map(Pattern::quote));
    bundle
        .texts()
        .forEach(
            (key, text) -> {
              if (wrong.matcher(text).find()
                  && wrong.matcher(right.matcher(read(text)).replaceAll(" ")).find()) {
                found.add(key + ": " + word + ", not " + instead);
              }
            });
  }

  private static String read(String text) {
    return UNREAD.matcher(text).replaceAll(" ");
  }

  /** Beside a quotation mark a letter may stand. */
  private static String whole(String word) {
    return Character.isLetter(word.codePointAt(0))
        ? "(?<![\\p{L}-])" + Pattern.quote(word) + "(?![\\p{L}-])"
        : Pattern.quote(word);
  }

  private static Pattern pattern(Stream<String> either) {
    String any = either.collect(Collectors.joining("|"));
    return Pattern.compile(
        any.isEmpty() ? "(?!)" : any, // nothing matches none
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
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
