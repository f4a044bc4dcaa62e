package nl.poort25.text;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Places for the names of fields in the summary of a form's errors: it stands before the fields,
 * and how these are called is known only when all of the page is rendered.
 */
public final class FieldNamePlaces {
  /** Longer ones say more than how a field is called. */
  private static final int LONGEST = 80;

  /** The field and the message, between signs that no text has. */
  private static final Pattern PLACE =
      Pattern.compile("\ue000([A-Za-z0-9_.:-]{1,100})\ue001(\\+?)([^\ue000-\ue002]*)\ue002");

  private FieldNamePlaces() {}

  /**
   * A message with a place for the name before it.
   *
   * @param goesOn whether the message is a sentence that goes on after the name
   */
  static String of(String field, boolean goesOn, String message) {
    return "\ue000" + field + "\ue001" + (goesOn ? "+" : "") + message + "\ue002";
  }

  /**
   * The page with the names where they belong.
   *
   * @param names by the ids of the fields; a message without one stands alone
   */
  public static String fill(String html, Map<String, String> names) {
    return PLACE
        .matcher(html)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    named(names.get(place.group(1)), !place.group(2).isEmpty(), place.group(3))));
  }

  private static String named(String name, boolean goesOn, String message) {
    if (name == null || name.isEmpty() || name.length() > LONGEST) {
      return message;
    }
    return name.replaceFirst("[:.?]$", "")
        + ": "
        + (goesOn && !message.isEmpty()
            ? message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1)
            : message);
  }
}
