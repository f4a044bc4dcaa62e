package nl.poort25.web;

import nl.poort25.text.Texts;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** Lets a template write {@code #{key(args)}}. */
class MessagesFromTexts extends AbstractMessageResolver {
  private final Texts texts;

  MessagesFromTexts(Texts texts) {
    this.texts = texts;
  }

  @Override
  public String resolveMessage(
      ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
    return texts.in(context.getLocale(), key, parameters);
  }

  @Override
  public String createAbsentMessageRepresentation(
      ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
    throw new IllegalArgumentException("no text for " + key);
  }
}
