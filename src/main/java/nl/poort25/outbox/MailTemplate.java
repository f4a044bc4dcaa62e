package nl.poort25.outbox;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of a mail: a pattern of the bundles with named places, such as {@code {domain}}. */
final class MailTemplate {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z][A-Za-z0-9]*)\\}");

  private MailTemplate() {}

  /**
   * One pass: what an argument holds is never read as a place itself.
   *
   * @throws IllegalArgumentException if a place has no argument
   */
  static String fill(String pattern, Map<String, String> arguments) {
    return PLACE
        .matcher(pattern)
        .replaceAll(
            place -> {
              String value = arguments.get(place.group(1));
              if (value == null) {
                throw new IllegalArgumentException("nothing given for " + place.group());
              }
              return Matcher.quoteReplacement(
                  MailListArgument.isName(place.group(1)) ? MailListArgument.spread(value) : value);
            });
  }

  static boolean hasPlace(String pattern, String place) {
    return pattern.contains("{" + place + "}");
  }

  /**
   * One line each, but of a list, one line each item: an argument can begin no header and no
   * paragraph of its own.
   */
  static Map<String, String> clean(Map<String, String> arguments) {
    var clean = new TreeMap<String, String>();
    arguments.forEach(
        (name, value) -> {
          if (!name.matches("[a-z][A-Za-z0-9]*")) {
            throw new IllegalArgumentException("argument " + name);
          }
          clean.put(
              name, MailListArgument.isName(name) ? MailListArgument.clean(value) : oneLine(value));
        });
    return clean;
  }

  /** Control characters and whatever breaks a line (U+2028, U+2029, U+0085) become spaces. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\u0085\u2028\u2029]+", " ").strip();
  }
}
