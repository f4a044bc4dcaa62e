package nl.poort25.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thymeleaf.model.IProcessableElementTag;

/**
 * Collects the labels and legends of a page's fields while it is rendered, and puts them into the
 * summary of errors that stands before them.
 */
final class FieldLabels {
  /** Longer ones say more than how a field is called. */
  private static final int LONGEST = 80;

  /** What the summary has where a name may come: its field, between two signs that no text has. */
  private static final Pattern PLACE =
      Pattern.compile("\ue000([A-Za-z0-9_.:-]{1,100})\ue001(\\+?)([^\ue000-\ue002]*)\ue002");

  private final Map<String, String> names = new HashMap<>();
  private StringBuilder words;
  private String field;
  private String legend;
  private boolean isHidden;

  void open(IProcessableElementTag tag) {
    switch (tag.getElementCompleteName()) {
      case "label" -> {
        words = new StringBuilder();
        field = PagePostProcessor.read(tag, "for");
      }
      case "legend" -> {
        words = new StringBuilder();
        field = null;
      }
      default -> {
        standalone(tag);
        String id = PagePostProcessor.read(tag, "id");
        if (id.endsWith("-error") && legend != null) {
          names.putIfAbsent(id.substring(0, id.length() - "-error".length()), legend);
        }
      }
    }
    // an explanation within a label is not the name
    isHidden |= tag.getElementCompleteName().equals("small");
  }

  void standalone(IProcessableElementTag tag) {
    if (words != null && field != null && field.isEmpty()) {
      field = PagePostProcessor.read(tag, "id");
    }
  }

  void text(String text) {
    if (words != null && !isHidden) {
      words.append(text);
    }
  }

  void close(String element) {
    switch (element) {
      case "label" -> {
        if (words != null && field != null && !field.isEmpty()) {
          names.putIfAbsent(field, words.toString().strip());
        }
        words = null;
      }
      case "legend" -> {
        legend = words == null ? null : words.toString().strip();
        words = null;
      }
      case "fieldset" -> legend = null;
      case "small" -> isHidden = false;
      default -> {
        // nothing that names a field
      }
    }
  }

  /**
   * @param goesOn whether the message is a sentence that goes on after the name
   */
  static String place(String field, boolean goesOn, String message) {
    return "\ue000" + field + "\ue001" + (goesOn ? "+" : "") + message + "\ue002";
  }

  /** The page with the names where they belong. */
  String putInto(String html) {
    return PLACE.matcher(html).replaceAll(place -> Matcher.quoteReplacement(named(place)));
  }

  private String named(MatchResult place) {
    String name = names.get(place.group(1));
    String message = place.group(3);
    if (name == null || name.isEmpty() || name.length() > LONGEST) {
      return message;
    }
    boolean goesOn = !place.group(2).isEmpty() && !message.isEmpty();
    return name.replaceFirst("[:.?]$", "")
        + ": "
        + (goesOn
            ? message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1)
            : message);
  }
}
