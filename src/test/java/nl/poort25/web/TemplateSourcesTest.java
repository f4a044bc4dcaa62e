package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Templates are easy to read: their lines are short, and an expression names what a record answers
 * instead of working it out.
 */
class TemplateSourcesTest {
  private static final Path VIEWS = Path.of("webapp/WEB-INF/views");
  private static final int LONGEST_LINE = 140;

  /** The value of an attribute, or what is written between [[ and ]]. */
  private static final Pattern VALUE =
      Pattern.compile("=\"([^\"]*)\"|='([^']*)'|\\[\\[([^\\]]*)]]");

  /** What stands between quotes in an expression, and the key of a text. */
  private static final Pattern LITERAL = Pattern.compile("'[^']*'|#\\{[\\w.-]+");

  private static final Pattern EXPRESSION = Pattern.compile("[$*#@~]\\{");
  private static final Pattern CONSTANT = Pattern.compile("\\.name\\(\\)");
  private static final Pattern OPERATOR = Pattern.compile("\\b(and|or)\\b|&&|\\|\\|");
  private static final Pattern NESTED = Pattern.compile("\\$\\{[^}]* \\? [^}]* \\? [^}]*}");

  /** Thymeleaf replaces a tag before it asks for its condition, which is lost. */
  private static final Pattern CONDITION_OF_REPLACED =
      Pattern.compile("<(?=[^<>]*\\sth:replace=)(?=[^<>]*\\sth:(if|unless|each)=)[^<>]*>");

  private static final TreeMap<String, String> TEMPLATES = new TreeMap<>();

  @BeforeAll
  static void readAll() throws IOException {
    try (var paths = Files.walk(VIEWS)) {
      for (Path path : paths.filter(path -> path.toString().endsWith(".html")).toList()) {
        TEMPLATES.put(VIEWS.relativize(path).toString(), Files.readString(path));
      }
    }
    assertTrue(TEMPLATES.size() > 100, "seen: " + TEMPLATES.keySet());
  }

  @Test
  void noLineIsLongerThanAScreenIsWide() {
    var found = new ArrayList<String>();
    TEMPLATES.forEach(
        (file, text) -> {
          var lines = text.lines().toList();
          for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).length() > LONGEST_LINE) {
              found.add(file + ":" + (i + 1) + ": " + lines.get(i).strip());
            }
          }
        });
    assertNone(found, "fold these");
  }

  @Test
  void noExpressionAsksAConstantForItsName() {
    assertNone(containing(CONSTANT), "let the constant or the record answer");
  }

  @Test
  void noExpressionPutsConditionsTogether() {
    assertNone(containing(OPERATOR), "let the record answer, or nest the conditions");
  }

  @Test
  void noConditionStandsInAnother() {
    assertNone(containing(NESTED), "let the record answer");
  }

  @Test
  void noTagThatIsReplacedHasACondition() {
    var found = new ArrayList<String>();
    TEMPLATES.forEach(
        (file, text) ->
            CONDITION_OF_REPLACED
                .matcher(text)
                .results()
                .forEach(tag -> found.add(file + ": " + tag.group())));
    assertNone(found, "put the condition on a tag around it");
  }

  @Test
  void whatIsLookedForIsFound() {
    assertTrue(CONDITION_OF_REPLACED.matcher("<p th:if=\"${a}\"\n th:replace=\"~{b}\">").find());
    assertFalse(CONDITION_OF_REPLACED.matcher("<p th:if=\"${a}\"><p th:replace=\"~{b}\">").find());
    assertTrue(isFaulty(CONSTANT, "<b th:if=\"${a.name() == 'X'}\">"));
    assertTrue(isFaulty(OPERATOR, "<b th:if=\"${a} or ${b}\">"));
    assertTrue(isFaulty(OPERATOR, "<b>[[${a and b}]]</b>"));
    assertTrue(isFaulty(NESTED, "<b th:text=\"${a ? x : b ? y : z}\">"));
    for (String fine :
        List.of(
            "<b th:text=\"${t.of(a ? 'this or that' : 'b')}\">",
            "<b th:text=\"#{web.one.or.two(${a ? 1 : 2})}\">",
            "<b th:text=\"|${a ? 1 : 2} ${b ? 1 : 2}|\">",
            "<b title=\"this and that\">")) {
      for (Pattern pattern : List.of(CONSTANT, OPERATOR, NESTED)) {
        assertTrue(!isFaulty(pattern, fine), pattern + " in " + fine);
      }
    }
  }

  private static boolean isFaulty(Pattern fault, String html) {
    return !in("x", html, fault).isEmpty();
  }

  private static List<String> containing(Pattern fault) {
    return TEMPLATES.entrySet().stream()
        .flatMap(file -> in(file.getKey(), file.getValue(), fault).stream())
        .toList();
  }

  private static List<String> in(String file, String text, Pattern fault) {
    return VALUE
        .matcher(text)
        .results()
        .filter(value -> isExpressionWith(value, fault))
        .map(value -> file + ":" + line(text, value) + ": " + value.group())
        .toList();
  }

  private static boolean isExpressionWith(MatchResult value, Pattern fault) {
    String written =
        Stream.of(1, 2, 3).map(value::group).filter(Objects::nonNull).findFirst().orElseThrow();
    return EXPRESSION.matcher(written).find()
        && fault.matcher(LITERAL.matcher(written).replaceAll("")).find();
  }

  private static long line(String text, MatchResult value) {
    return text.substring(0, value.start()).lines().count();
  }

  private static void assertNone(List<String> found, String cure) {
    assertEquals(List.of(), found, cure);
  }
}
