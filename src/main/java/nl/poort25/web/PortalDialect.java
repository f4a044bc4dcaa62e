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
 * it, with the exact one in its title; nothing where there is none.
 */
class PortalDialect extends AbstractProcessorDialect implements IPostProcessorDialect {
  private static final int AFTER_CONDITIONS = 1000;

  PortalDialect() {
    super("Poort 25", "p", AFTER_CONDITIONS);
  }

  @Override
  public Set<IProcessor> getProcessors(String prefix) {
    return Set.of(new Moment(prefix));
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
      var parser = StandardExpressions.getExpressionParser(context.getConfiguration());
      var at = (Instant) parser.parseExpression(context, value).execute(context);
      var phrases = (LocalizedTexts) context.getVariable("t");
      if (at != null) {
        structure.setAttribute("datetime", at.toString());
        structure.setAttribute("title", phrases.exact(at));
      }
      structure.setBody(phrases.moment(at), false);
    }
  }
}
