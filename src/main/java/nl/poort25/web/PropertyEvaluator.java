package nl.poort25.web;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.OGNLVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;
import org.thymeleaf.standard.expression.StandardExpressions;

/**
 * Evaluates what templates mostly ask, such as {@code ${d.standing.sign}} and {@code
 * ${t.of(d.said)}}, as a {@link TemplateExpression}, and leaves every other expression to OGNL,
 * which takes a lock for each call of a method and looks up each time whether it may be called.
 */
class PropertyEvaluator implements IStandardVariableExpressionEvaluator {
  private final IStandardVariableExpressionEvaluator ognl =
      new OGNLVariableExpressionEvaluator(true);
  private final Map<String, Optional<TemplateExpression>> ours = new ConcurrentHashMap<>();

  @Override
  public Object evaluate(
      IExpressionContext context,
      IStandardVariableExpression expression,
      StandardExpressionExecutionContext execution) {
    String text = expression.getExpression();
    var found = ours.get(text);
    if (found == null) {
      found = ours.computeIfAbsent(text, TemplateExpression::of);
    }
    if (found.isEmpty() || expression.getUseSelectionAsRoot()) {
      return ognl.evaluate(context, expression, execution);
    }
    Object value;
    try {
      value = found.get().evaluate(context);
    } catch (TemplateMethods.NotFound e) {
      ours.put(text, Optional.empty());
      return ognl.evaluate(context, expression, execution);
    }
    return execution.getPerformTypeConversion()
        ? StandardExpressions.getConversionService(context.getConfiguration())
            .convert(context, value, String.class)
        : value;
  }
}
