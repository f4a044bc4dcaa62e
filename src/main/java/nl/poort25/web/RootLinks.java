package nl.poort25.web;

import java.util.Map;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/**
 * Links of templates: the portal stands at the root of its host, and never puts the session there.
 */
class RootLinks extends StandardLinkBuilder {
  @Override
  protected String computeContextPath(
      IExpressionContext context, String base, Map<String, Object> parameters) {
    return "";
  }

  @Override
  protected String processLink(IExpressionContext context, String link) {
    return link;
  }
}
