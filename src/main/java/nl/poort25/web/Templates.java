package nl.poort25.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.text.LocalizedTexts;
import nl.poort25.text.Texts;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templateresolver.ITemplateResolver;
import org.thymeleaf.templateresolver.WebApplicationTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** The template engine: one for the application, because its cache is what makes pages fast. */
@ApplicationScoped
public class Templates {
  private static final Set<String> NETWORK =
      Set.of("prefixes", "addresses", "firewall", "relays", "points", "mail-servers");

  @Inject ServletContext context;
  @Inject Texts texts;
  @Inject Settings settings;
  @Inject InstantSource clock;
  @Inject Assets assets;
  @Inject FormMarks marks;
  private TemplateEngine engine;

  @PostConstruct
  void start() {
    var application = JakartaServletWebApplication.buildApplication(context);
    var resolver = new WebApplicationTemplateResolver(application);
    resolver.setPrefix("/WEB-INF/views/");
    resolver.setSuffix(".html");
    resolver.setCharacterEncoding("UTF-8");
    resolver.setCacheable(!settings.flag(Setting.DEVELOPMENT));
    engine = engine(resolver, texts, new CachedFragments(resolver.isCacheable()));
  }

  static TemplateEngine engine(ITemplateResolver resolver, Texts texts, CachedFragments fragments) {
    TemplateProperties.register();
    var standard = new StandardDialect();
    standard.setVariableExpressionEvaluator(new PropertyEvaluator());
    var engine = new TemplateEngine();
    engine.setDialects(Set.of(standard, new PortalDialect(fragments)));
    engine.setTemplateResolver(resolver);
    engine.setMessageResolver(new MessagesFromTexts(texts));
    engine.setLinkBuilder(new RootLinks());
    return engine;
  }

  /**
   * What every template finds besides its own model: {@code t} (texts and dates in the reader's
   * language), {@code user} (or null), {@code errors} (of a form, or none), {@code path}, {@code
   * flash}, {@code provider}, {@code demo}.
   */
  void render(Page page, HttpServletRequest request, Writer out) {
    var locale = LocaleResolver.of(request);
    var model = new HashMap<>(page.model());
    model.put("t", new LocalizedTexts(texts, locale, clock.instant()));
    model.put("user", request.getAttribute("user"));
    model.put("path", LocaleResolver.pathOf(request));
    model.put("here", menuItem(request.getRequestURI()));
    model.put("assets", assets);
    model.put("flash", Flash.take(request));
    var end = (Instant) request.getAttribute(SessionRevalidation.END);
    model.put("sessionEnd", end);
    model.put("sessionLeft", end == null ? null : clock.instant().until(end, ChronoUnit.SECONDS));
    addForms(model, request);
    model.put("provider", settings.text(Setting.PROVIDER_NAME));
    model.put("demo", settings.flag(Setting.DEMO));
    var errors = (FormErrors) model.computeIfAbsent("errors", none -> new FormErrors());
    // no web context: that one keeps every local variable as an attribute of the request
    var context = new Context(locale, model);
    if (errors.isEmpty()) {
      engine.process(page.view(), context, out);
    } else {
      var labels = new FieldLabels();
      context.setVariable(PagePostProcessor.LABELS, labels);
      write(labels.putInto(engine.process(page.view(), context)), out);
    }
  }

  private static void write(String html, Writer out) {
    try {
      out.write(html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For {@link PagePostProcessor}, which looks at each form of the page. */
  private void addForms(Map<String, Object> model, HttpServletRequest request) {
    String page = LocaleResolver.pathOf(request);
    model.put(PagePostProcessor.MARK, (Supplier<String>) () -> marks.make(request, page));
    var kept = request.getMethod().equals("GET") ? KeptForm.of(request) : null;
    model.put(PagePostProcessor.KEPT, kept != null && kept.isOf(page) ? kept : null);
  }

  // the menu's item that a page belongs to: its first noun, or the network's for what is in it
  private static String menuItem(String path) {
    String[] nouns = path.split("/");
    if (nouns.length < 2) {
      return "/";
    }
    if (nouns[1].equals("backoffice") && nouns.length > 2) {
      return "/backoffice/" + (NETWORK.contains(nouns[2]) ? "connections" : nouns[2]);
    }
    return "/" + nouns[1];
  }
}
