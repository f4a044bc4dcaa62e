package nl.poort25.web;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.poort25.text.LocalizedTexts;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.standard.expression.AssignationUtils;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.FastStringWriter;
import org.unbescape.html.HtmlEscape;

/**
 * Fragments of the layout that are the same on many pages, rendered once for each set of values
 * that they show. A fragment sees these values and the texts of one language, nothing else of its
 * page: what would differ besides is missing from it, and never somebody else's.
 */
final class CachedFragments {
  /** Characters of all that is kept, most of them one byte: headers of some 2,000 visitors. */
  private static final int MOST = 8_000_000;

  /** Characters that an entry costs besides its text. */
  private static final int ENTRY = 500;

  /** All that a fragment was made of. */
  private record Key(String fragment, Locale locale, List<Object> values, Set<String> filled) {}

  /** The text around its slots, each with the name of its value. */
  private record Kept(List<String> texts, List<String> slots) {}

  private final Cache<Key, Kept> kept;

  /** Stands for a value while a fragment is rendered: nobody can have typed it. */
  private final String slot = "slot" + UUID.randomUUID().toString().replace("-", "");

  private final Pattern slots = Pattern.compile(slot + "([a-z]+)x");

  /**
   * @param isOn otherwise every fragment is rendered anew, for who changes its template
   */
  CachedFragments(boolean isOn) {
    kept =
        CacheBuilder.newBuilder()
            .maximumWeight(isOn ? MOST : 0)
            .weigher(CachedFragments::size)
            .build();
  }

  private static int size(Key key, Kept kept) {
    return ENTRY + kept.texts().stream().mapToInt(String::length).sum();
  }

  /**
   * @param fragment its template and its name, as in {@code layout/header :: header}
   * @param by what it shows, as {@code th:with} has it; each of a type that is compared by value
   * @param filled texts that differ by request, in the same way; it only writes them
   */
  String render(ITemplateContext page, String fragment, String by, String filled) {
    var shown = values(page, by);
    shown.values().forEach(value -> mustBeComparable(fragment, value));
    var texts = values(page, filled);
    texts.values().removeIf(text -> text == null);
    var key =
        new Key(
            fragment,
            page.getLocale(),
            new ArrayList<>(shown.values()),
            Set.copyOf(texts.keySet()));
    var found = kept.getIfPresent(key);
    if (found == null) {
      found = make(page, key, shown);
      kept.put(key, found);
    }
    return fill(found, texts);
  }

  private static Map<String, Object> values(ITemplateContext page, String assigned) {
    var values = new LinkedHashMap<String, Object>();
    if (!assigned.isEmpty()) {
      for (var one : AssignationUtils.parseAssignationSequence(page, assigned, false)) {
        values.put(String.valueOf(one.getLeft().execute(page)), one.getRight().execute(page));
      }
    }
    return values;
  }

  private static void mustBeComparable(String fragment, Object value) {
    if (value != null
        && !(value instanceof String || value instanceof Boolean || value instanceof Record)) {
      throw new TemplateProcessingException(
          fragment + " is kept by a " + value.getClass() + ", which may change unseen");
    }
  }

  private Kept make(ITemplateContext page, Key key, Map<String, Object> shown) {
    var variables = new HashMap<>(shown);
    key.filled().forEach(name -> variables.put(name, slot + name + "x"));
    variables.put("t", ((LocalizedTexts) page.getVariable("t")).timeless());
    String[] parts = key.fragment().split("::", 2);
    var fragment =
        new TemplateSpec(parts[0].strip(), Set.of(parts[1].strip()), TemplateMode.HTML, null);
    var html = new FastStringWriter(4096);
    page.getConfiguration()
        .getTemplateManager()
        .parseAndProcess(fragment, new Context(page.getLocale(), variables), html);
    return cut(html.toString());
  }

  private Kept cut(String html) {
    var texts = new ArrayList<String>();
    var names = new ArrayList<String>();
    var found = slots.matcher(html);
    int from = 0;
    while (found.find()) {
      texts.add(html.substring(from, found.start()));
      names.add(found.group(1));
      from = found.end();
    }
    texts.add(html.substring(from));
    return new Kept(List.copyOf(texts), List.copyOf(names));
  }

  private static String fill(Kept kept, Map<String, Object> values) {
    if (kept.slots().isEmpty()) {
      return kept.texts().get(0);
    }
    var html = new StringBuilder(kept.texts().get(0));
    for (int i = 0; i < kept.slots().size(); i++) {
      html.append(HtmlEscape.escapeHtml4Xml(String.valueOf(values.get(kept.slots().get(i)))))
          .append(kept.texts().get(i + 1));
    }
    return html.toString();
  }
}
