package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;

/** What templates read by a variable expression, by ourselves and by OGNL. */
class PropertyEvaluatorTest {
  record Line(String name, Shape shape, String none) {}

  enum Shape {
    ROUND;

    public String getWord() {
      return "round";
    }

    public boolean isFlat() {
      return false;
    }
  }

  public static class Form {
    public final String typed = "havencafe";

    public String getFailing() {
      throw new IllegalArgumentException("on purpose");
    }

    public void doing() {}
  }

  private static final Map<String, Object> MODEL =
      Map.of(
          "line",
          new Line("kade", Shape.ROUND, null),
          "form",
          new Form(),
          "map",
          Map.of("key", "value"),
          "hidden",
          Collections.unmodifiableList(List.of("a", "b")),
          "number",
          25);

  private static String read(String expression) {
    return Rendering.text("[(${" + expression + "})]", new Context(Locale.ROOT, MODEL));
  }

  @ParameterizedTest
  @CsvSource({
    "line.name, kade",
    "line.shape, ROUND",
    "line.shape.word, round",
    "line.shape.flat, false",
    "form.typed, havencafe",
    "map.key, value",
    "map.other, ''",
    "line.none, ''",
    "hidden.empty, false",
    "hidden.size, 2",
    "number, 25",
    "unknown, ''",
    "true, true",
    "null, ''",
    "line.name.length() + number, 29",
    "line.shape.flat or map.key == 'value', true",
    "map['key'], value",
  })
  void readsWhatATemplateNames(String expression, String text) {
    assertEquals(text, read(expression));
  }

  @Test
  void saysWhatIsNullInAChain() {
    var fault = assertThrows(TemplateProcessingException.class, () -> read("line.none.length"));
    assertTrue(whole(fault).contains("none is null in ${line.none.length}"), whole(fault));
  }

  @ParameterizedTest
  @CsvSource({"line.colour", "line.getName.colour", "form.doing", "form.class.nothing"})
  void refusesWhatIsNoProperty(String expression) {
    var fault = assertThrows(TemplateProcessingException.class, () -> read(expression));
    assertTrue(whole(fault).contains(" has no "), whole(fault));
  }

  @Test
  void passesTheFaultOfAPropertyOn() {
    var fault = assertThrows(TemplateProcessingException.class, () -> read("form.failing"));
    assertTrue(whole(fault).contains("on purpose"), whole(fault));
  }

  private static String whole(Throwable fault) {
    return fault == null ? "" : fault.getMessage() + "\n" + whole(fault.getCause());
  }
}
