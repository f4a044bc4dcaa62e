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
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.OGNLVariableExpressionEvaluator;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

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

    public String said(String text) {
      return "text " + text;
    }

    public String said(Integer number) {
      return "number " + number;
    }

    public String said(String first, Object... others) {
      return first + " of " + others.length;
    }

    public long doubled(long number) {
      return 2 * number;
    }
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
          "nobody",
          Map.of(),
          "number",
          25,
          "long",
          25L,
          "zero",
          0);

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
    "map.empty, false",
    "nobody.empty, true",
    "!line.shape.flat, true",
    "!unknown, true",
    "!number, false",
    "line.none == null, true",
    "line.name != null ? 'a' : 'b', a",
    "line.shape == line.shape, true",
    "line.name == 'kade', true",
    "'quay ' + line.name + number, quay kade25",
    "number + 1, 26",
    "form.said('a'), text a",
    "form.said(number), number 25",
    "form.said('a' + line.name), text akade",
    "'form.said(''first'', line.name, number)', first of 2",
    "'form.said(line.none, line.name)', null of 1",
    "form.doubled(number), 50",
    "hidden.get(1), b",
    "map.containsKey('key'), true",
    "line.shape.name().toLowerCase(), round",
    "#strings.toLowerCase(line.shape), round",
  })
  void readsWhatATemplateNames(String expression, String text) {
    assertEquals(text, read(expression));
  }

  /** Whatever is evaluated by us, OGNL would say the same of. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "!line.shape.flat",
        "!line.none",
        "!number",
        "!hidden",
        "line.none == null",
        "null == line.none",
        "line.name != null",
        "line.shape == 'ROUND'",
        "number == 25",
        "number == '25'",
        "number == long",
        "long == 25",
        "line.name == line.none",
        "number != line.name",
        "number + long",
        "number + 'x'",
        "line.none + 'x'",
        "'x' + line.none + number",
        "number + long + 'x'",
        "number ? 'a' : 'b'",
        "zero ? 'a' : 'b'",
        "line.name ? 'a' : 'b'",
        "'false' ? 'a' : 'b'",
        "form.doubled(long)",
        "form.doubled('12')",
        "form.said(line.none)",
        "hidden.get(0)",
        "hidden.get(zero) + hidden.size()",
      })
  void saysWhatOgnlSays(String expression) {
    assertEquals(answer(OGNL, expression), answer(OURS, expression));
  }

  private static final IStandardVariableExpressionEvaluator OGNL =
      new OGNLVariableExpressionEvaluator(true);
  private static final IStandardVariableExpressionEvaluator OURS = new PropertyEvaluator();

  /** A value, or that there is none. */
  private static String answer(IStandardVariableExpressionEvaluator evaluator, String expression) {
    var dialect = new StandardDialect();
    dialect.setVariableExpressionEvaluator(evaluator);
    var engine = new TemplateEngine();
    engine.setDialect(dialect);
    var resolver = new StringTemplateResolver();
    resolver.setTemplateMode(TemplateMode.TEXT);
    engine.setTemplateResolver(resolver);
    try {
      return engine.process("[(${" + expression + "})]", new Context(Locale.ROOT, MODEL));
    } catch (TemplateProcessingException e) {
      return "a fault";
    }
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
