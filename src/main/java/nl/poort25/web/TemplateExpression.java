package nl.poort25.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ognl.ASTAdd;
import ognl.ASTChain;
import ognl.ASTConst;
import ognl.ASTEq;
import ognl.ASTMethod;
import ognl.ASTNot;
import ognl.ASTNotEq;
import ognl.ASTProperty;
import ognl.ASTTest;
import ognl.ASTVarRef;
import ognl.Node;
import ognl.Ognl;
import ognl.OgnlException;
import ognl.OgnlOps;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.exceptions.TemplateProcessingException;

/**
 * A variable expression of a template, read by OGNL's own parser and with its rules for what is
 * equal, true or added up; its properties and methods are called without OGNL's lock.
 */
@FunctionalInterface
interface TemplateExpression {
  /** Objects of Thymeleaf's with methods for templates, as {@code #strings}. */
  Set<String> HELPERS = Set.of("strings", "lists");

  Object evaluate(IExpressionContext context);

  /** Empty where there is something in it that only OGNL does. */
  static Optional<TemplateExpression> of(String expression) {
    try {
      return Optional.of(compile((Node) Ognl.parseExpression(expression), expression));
    } catch (OgnlException | UnsupportedOperationException e) {
      return Optional.empty(); // OGNL says what is wrong with it
    }
  }

  private static TemplateExpression compile(Node node, String whole) {
    if (node instanceof ASTConst constant) {
      Object value = constant.getValue();
      return context -> value;
    }
    if (node instanceof ASTVarRef helpers) {
      String name = helpers.toString().substring(1);
      if (!HELPERS.contains(name)) {
        throw new UnsupportedOperationException();
      }
      return context -> context.getExpressionObjects().getObject(name);
    }
    if (node instanceof ASTProperty || node instanceof ASTChain) {
      return chain(node, whole);
    }
    var parts = parts(node, 0, whole);
    if (node instanceof ASTNot) {
      return context -> !isTrue(parts.get(0), context);
    }
    if (node instanceof ASTTest) {
      return context -> parts.get(isTrue(parts.get(0), context) ? 1 : 2).evaluate(context);
    }
    boolean equal = node instanceof ASTEq;
    if (equal || node instanceof ASTNotEq) {
      return context ->
          equal == OgnlOps.equal(parts.get(0).evaluate(context), parts.get(1).evaluate(context));
    }
    if (node instanceof ASTAdd) {
      return context -> {
        Object sum = parts.get(0).evaluate(context);
        for (int i = 1; i < parts.size(); i++) {
          sum = OgnlOps.add(sum, parts.get(i).evaluate(context));
        }
        return sum;
      };
    }
    throw new UnsupportedOperationException();
  }

  private static boolean isTrue(TemplateExpression part, IExpressionContext context) {
    return OgnlOps.booleanValue(part.evaluate(context));
  }

  private static List<TemplateExpression> parts(Node node, int from, String whole) {
    var parts = new ArrayList<TemplateExpression>();
    for (int i = from; i < node.jjtGetNumChildren(); i++) {
      parts.add(compile(node.jjtGetChild(i), whole));
    }
    return parts;
  }

  /** A variable, and what is asked of it. */
  private static TemplateExpression chain(Node node, String whole) {
    if (node instanceof ASTProperty variable) {
      String name = name(variable);
      return context -> context.getVariable(name);
    }
    var chain = compile(node.jjtGetChild(0), whole);
    for (int i = 1; i < node.jjtGetNumChildren(); i++) {
      chain = link(chain, node.jjtGetChild(i - 1), node.jjtGetChild(i), whole);
    }
    return chain;
  }

  private static TemplateExpression link(
      TemplateExpression before, Node beforeNode, Node node, String whole) {
    if (node instanceof ASTProperty property) {
      String name = name(property);
      return context -> TemplateProperties.read(target(before, beforeNode, context, whole), name);
    }
    if (!(node instanceof ASTMethod method)) {
      throw new UnsupportedOperationException();
    }
    String name = method.getMethodName();
    var arguments = parts(node, 0, whole);
    return context -> {
      Object target = target(before, beforeNode, context, whole);
      var given = new Object[arguments.size()];
      for (int i = 0; i < given.length; i++) {
        given[i] = arguments.get(i).evaluate(context);
      }
      return TemplateMethods.call(target, name, given);
    };
  }

  private static Object target(
      TemplateExpression before, Node node, IExpressionContext context, String whole) {
    Object target = before.evaluate(context);
    if (target == null) {
      throw new TemplateProcessingException(node + " is null in ${" + whole + "}");
    }
    return target;
  }

  private static String name(ASTProperty property) {
    if (property.isIndexedAccess() || !(property.jjtGetChild(0) instanceof ASTConst name)) {
      throw new UnsupportedOperationException();
    }
    return name.getValue().toString();
  }
}
