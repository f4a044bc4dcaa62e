package nl.poort25.setting;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values of settings for placeholders in the bundles, such as {@code %provider%} or {@code
 * %servers%} ("2 mail servers"), so that no text contains what a setting may change.
 */
public final class SettingPlaceholders {
  private static final Pattern PLACE = Pattern.compile("%([a-z0-9.]+)%");

  private final Map<String, String> words = new TreeMap<>();

  /**
   * @param counts how that language counts: its texts under {@code setting.count}
   */
  public SettingPlaceholders(Settings settings, Locale locale, Map<String, String> counts) {
    names(settings);
    records(settings.list(Setting.RELAYS));
    put("prefix4", "/" + settings.number(Setting.EXEMPTION_SOURCE_IPV4));
    put("prefix6", "/" + settings.number(Setting.EXEMPTION_SOURCE_IPV6));
    Map.of(
            "term", Setting.TERM_WORKING_DAYS,
            "servers", Setting.EXEMPTION_SERVERS,
            "months", Setting.EXEMPTION_CONFIRM_MONTHS)
        .forEach(
            (name, setting) -> {
              var count = new MessageFormat(counts.get("setting.count." + name), locale);
              put(name, count.format(new Object[] {settings.number(setting)}));
            });
  }

  private void names(Settings settings) {
    put("provider", settings.text(Setting.PROVIDER_NAME));
    put("administration", settings.text(Setting.ADMINISTRATION));
    put("prices", settings.text(Setting.PRICE_CONTACT));
    put("contact", settings.text(Setting.CONTACT));
    put("closing", settings.text(Setting.TERM_CLOSING));
  }

  /** The two of article 3.10, and preferences beside theirs for the examples. */
  private void records(List<String> relays) {
    for (int i = 0; i < relays.size(); i++) {
      String[] parts = relays.get(i).split("\\s+", -1);
      put("relay" + (i + 1), parts[1]);
      put("mx" + (i + 1), parts[0] + " " + parts[1]);
    }
    int first = SettingType.preference(relays.get(0));
    int second = SettingType.preference(relays.get(relays.size() - 1));
    put("mx.first", "" + first);
    put("mx.second", "" + second);
    put("mx.next", "" + (second + 1));
    put("mx.above", "" + (second + 10));
    put("mx.below", "" + (first > 0 ? first / 2 : 1));
  }

  // a setting is no pattern: what MessageFormat would read in it, it shall not
  private void put(String name, String value) {
    words.put(name, value.replace("'", "\u2019").replace("{", "(").replace("}", ")"));
  }

  /** Leaves what is no name of a setting as it is: a test finds it. */
  public String fillIn(String text) {
    return text.indexOf('%') < 0
        ? text
        : PLACE
            .matcher(text)
            .replaceAll(
                place ->
                    Matcher.quoteReplacement(words.getOrDefault(place.group(1), place.group())));
  }
}
