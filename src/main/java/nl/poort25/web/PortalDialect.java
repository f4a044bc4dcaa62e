package nl.poort25.web;

import java.time.Instant;
import java.util.Set;
import nl.poort25.text.LocalizedTexts;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Attributes of our own for templates: {@code <time p:moment="${at}">} shows an instant as one says
 * it, with the exact one in its title; nothing where there is none. {@code p:cached} puts a
 * fragment in place of an element as {@code th:replace} does, out of {@link CachedFragments}.
 */
class PortalDialect extends AbstractProcessorDialect implements IPostProcessorDialect {
  private static final int AFTER_CONDITIONS = 1000;

  private final CachedFragments fragments;

  PortalDialect(CachedFragments fragments) {
    super("Poort 25", "p", AFTER_CONDITIONS);
    this.fragments = fragments;
  }

  @Override
  public Set<IProcessor> getProcessors(String prefix) {
    return Set.of(
        new Moment(prefix), new StatusWord(prefix), new CachedFragment(prefix, fragments));
  }

  @Override
  public int getDialectPostProcessorPrecedence() {
    return AFTER_CONDITIONS;
  }

  @Override
  public Set<IPostProcessor> getPostProcessors() {
    return Set.of(new PostProcessor(TemplateMode.HTML, PagePostProcessor.class, AFTER_CONDITIONS));
  }

  private static class Moment extends AbstractAttributeTagProcessor {
    Moment(String prefix) {
      super(TemplateMode.HTML, prefix, "time", false, "moment", true, AFTER_CONDITIONS, true);
    }

    @Override
    protected void doProcess(
        ITemplateContext context,
        IProcessableElementTag tag,
        AttributeName attribute,
        String value,
        IElementTagStructureHandler structure) {
      var at = (Instant) evaluated(context, value);
      var phrases = (LocalizedTexts) context.getVariable("t");
      if (at != null) {
        structure.setAttribute("datetime", at.toString());
        structure.setAttribute("title", phrases.exact(at));
      }
      structure.setBody(phrases.moment(at), false);
    }
  }

  private static class StatusWord extends AbstractAttributeTagProcessor {
    StatusWord(String prefix) {
      super(TemplateMode.HTML, prefix, null, false, "status", true, AFTER_CONDITIONS, true);
    }

    @Override
    protected void doProcess(
        ITemplateContext context,
        IProcessableElementTag tag,
        AttributeName attribute,
        String value,
        IElementTagStructureHandler structure) {
      structure.replaceAttribute(attribute, "class", "status-word is-" + evaluated(context, value));
    }
  }

  private static Object evaluated(ITemplateContext context, String expression) {
    return StandardExpressions.getExpressionParser(context.getConfiguration())
        .parseExpression(context, expression)
        .execute(context);
  }

  private static class CachedFragment extends AbstractAttributeTagProcessor {
    private final CachedFragments fragments;

    CachedFragment(String prefix, CachedFragments fragments) {
      super(TemplateMode.HTML, prefix, null, false, "cached", true, AFTER_CONDITIONS, true);
      this.fragments = fragments;
    }

    @Override
    protected void doProcess(
        ITemplateContext context,
        IProcessableElementTag tag,
        AttributeName attribute,
        String value,
        IElementTagStructureHandler structure) {
      String by = assigned(tag, "by");
      structure.replaceWith(fragments.render(context, value, by, assigned(tag, "filled")), false);
    }

    private String assigned(IProcessableElementTag tag, String attribute) {
      String value = tag.getAttributeValue(getDialectPrefix(), attribute);
      return value == null ? "" : value;
    }
  }
}
