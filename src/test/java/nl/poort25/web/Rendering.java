package nl.poort25.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.text.LocalizedTexts;
import nl.poort25.text.Texts;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.FileTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/**
 * Pages without a container: the real templates and texts, nobody signed in, settings by default.
 */
public class Rendering {
  private static final Settings SETTINGS = new Settings(key -> Optional.empty());
  private static final Texts TEXTS = new Texts(SETTINGS);
  private static final TemplateEngine ENGINE = engine(true);
  private static final TemplateEngine ANEW = engine(false);

  private Rendering() {}

  /** A piece of HTML that is no file. */
  static String fragment(String html, Context context) {
    return engineFor(TemplateMode.HTML).process(html, context);
  }

  /** A piece of plain text that is no file. */
  static String text(String text, Context context) {
    return engineFor(TemplateMode.TEXT).process(text, context);
  }

  private static TemplateEngine engineFor(TemplateMode mode) {
    var resolver = new StringTemplateResolver();
    resolver.setTemplateMode(mode);
    return Templates.engine(resolver, TEXTS, new CachedFragments(true));
  }

  static LocalizedTexts phrases(Locale locale) {
    return new LocalizedTexts(TEXTS, locale, Instant.parse("2026-11-24T09:00:00Z"));
  }

  private static TemplateEngine engine(boolean keeps) {
    var resolver = new FileTemplateResolver();
    resolver.setPrefix("webapp/WEB-INF/views/");
    resolver.setSuffix(".html");
    resolver.setCharacterEncoding("UTF-8");
    return Templates.engine(resolver, TEXTS, new CachedFragments(keeps));
  }

  public static String html(Page page, Locale locale) {
    return html(ENGINE, page, locale);
  }

  /** The same, nothing of it kept from an earlier one. */
  static String htmlAnew(Page page, Locale locale) {
    return html(ANEW, page, locale);
  }

  private static String html(TemplateEngine engine, Page page, Locale locale) {
    var model = new HashMap<>(page.model());
    model.put("t", phrases(locale));
    model.put("provider", SETTINGS.text(Setting.PROVIDER_NAME));
    model.put("demo", false);
    model.put(
        "assets",
        Map.of(
            "theme",
            "/static/theme.css",
            "css",
            "/static/site.css",
            "js",
            "/static/site.js",
            "icon",
            ""));
    model.putIfAbsent("errors", new FormErrors());
    return engine.process(page.view(), new Context(locale, model));
  }
}
