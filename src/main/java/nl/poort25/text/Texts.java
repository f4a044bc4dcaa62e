package nl.poort25.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import nl.poort25.setting.SettingPlaceholders;
import nl.poort25.setting.Settings;

/** The message bundles, with what the settings say filled in. */
@ApplicationScoped
public class Texts {
  private Map<String, String> dutch;
  private Map<String, String> english;

  protected Texts() {}

  @Inject
  public Texts(Settings settings) {
    dutch = load(Languages.DUTCH, settings);
    english = load(Languages.ENGLISH, settings);
  }

  private static Map<String, String> load(Locale locale, Settings settings) {
    var bundle =
        ResourceBundle.getBundle(
            "messages",
            locale,
            Texts.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    var texts = new TreeMap<String, String>();
    bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
    var wording = new SettingPlaceholders(settings, locale, texts);
    texts.replaceAll((key, text) -> wording.fillIn(text));
    return Map.copyOf(texts);
  }

  /** The text in that language, or null where no bundle has the key. */
  public String in(Locale locale, String key, Object... arguments) {
    String pattern = pattern(locale, key);
    if (pattern == null) {
      return null;
    }
    // without arguments and braces nothing is to be formatted: most texts of a page
    if ((arguments == null || arguments.length == 0) && pattern.indexOf('{') < 0) {
      return pattern;
    }
    return new MessageFormat(pattern, locale).format(arguments);
  }

  /** The text as it stands in the bundle, or null: mails have places of their own in it. */
  public String pattern(Locale locale, String key) {
    return (Languages.ENGLISH.equals(locale) ? english : dutch).get(key);
  }

  public String in(Locale locale, Text text) {
    Object[] arguments =
        text.arguments().stream().map(a -> a instanceof Text t ? in(locale, t) : a).toArray();
    String found = in(locale, text.key(), arguments);
    if (found == null) {
      throw new IllegalArgumentException("no text for " + text.key());
    }
    return found;
  }

  /** What follows that prefix in the keys that begin with it. */
  public List<String> names(String prefix) {
    return dutch.keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()))
        .sorted()
        .toList();
  }

  public boolean has(String key) {
    return dutch.containsKey(key);
  }
}
