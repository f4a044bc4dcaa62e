package nl.poort25.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.OGNLVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;
import org.thymeleaf.standard.expression.StandardExpressions;

/**
 * Reads plain chains of properties such as {@code ${d.standing.sign}} itself and leaves every other
 * expression to OGNL, which takes a lock for each call of a method: a tenth of a list's time.
 */
class PropertyEvaluator implements IStandardVariableExpressionEvaluator {
  private static final Pattern CHAIN = Pattern.compile("[a-z]\\w*(\\.[a-z]\\w*)*");
  private static final String[] NO_CHAIN = {};

  private final IStandardVariableExpressionEvaluator ognl =
      new OGNLVariableExpressionEvaluator(true);
  private final Map<String, String[]> chains = new ConcurrentHashMap<>();

  @Override
  public Object evaluate(
      IExpressionContext context,
      IStandardVariableExpression expression,
      StandardExpressionExecutionContext execution) {
    String[] chain = chains.computeIfAbsent(expression.getExpression(), PropertyEvaluator::chain);
    if (chain.length == 0 || expression.getUseSelectionAsRoot()) {
      return ognl.evaluate(context, expression, execution);
    }
    Object value = context.getVariable(chain[0]);
    for (int i = 1; i < chain.length; i++) {
      if (value == null) {
        throw new TemplateProcessingException(
            chain[i - 1] + " is null in ${" + expression.getExpression() + "}");
      }
      value = TemplateProperties.read(value, chain[i]);
    }
    return execution.getPerformTypeConversion()
        ? StandardExpressions.getConversionService(context.getConfiguration())
            .convert(context, value, String.class)
        : value;
  }

  private static String[] chain(String expression) {
    return switch (expression) {
      case "true", "false", "null" -> NO_CHAIN;
      default -> CHAIN.matcher(expression).matches() ? expression.split("\\.") : NO_CHAIN;
    };
  }
}
