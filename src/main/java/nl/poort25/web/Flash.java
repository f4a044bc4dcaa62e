package nl.poort25.web;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.servlet.http.HttpServletRequest;
import java.io.StringReader;
import java.util.ArrayList;
import nl.poort25.text.Text;
import nl.poort25.text.Truncation;

/**
 * A message that is shown once on the next page after a POST was answered with 303. Kept as key and
 * arguments, so that it is put into the reader's language.
 */
public final class Flash {
  /** The attribute of a request that says who keeps it until the next one. */
  public static final String KEEPER = "nl.poort25.flash.keeper";

  private static final String SAID = "nl.poort25.flash.said";
  private static final int LONGEST_ARGUMENT = 300;

  private Flash() {}

  /** Whoever keeps the sentence from one request of somebody's to the next. */
  public interface Keeper {
    /** What was kept by an earlier request, or null. */
    String flash();

    void keepFlash(String flash);

    /** The page has shown it. */
    void dropFlash();
  }

  public static void say(HttpServletRequest request, String key, Object... arguments) {
    var words = Json.createArrayBuilder().add(key);
    for (Object argument : arguments) {
      if (argument instanceof Number number) {
        words.add(number.longValue());
      } else {
        words.add(Truncation.to(LONGEST_ARGUMENT, String.valueOf(argument)));
      }
    }
    request.setAttribute(SAID, words.build().toString());
  }

  /**
   * Keeps what was said for the next request, once this one has done what it says. Where nobody is
   * signed in there is nobody to keep it for.
   */
  static void keep(HttpServletRequest request) {
    if (request.getAttribute(SAID) instanceof String said
        && request.getAttribute(KEEPER) instanceof Keeper keeper) {
      keeper.keepFlash(said);
      request.removeAttribute(SAID);
    }
  }

  /** What this request said or an earlier one left, or null. */
  static Text take(HttpServletRequest request) {
    if (request.getAttribute(SAID) instanceof String said) {
      request.removeAttribute(SAID);
      return text(said);
    }
    if (!(request.getAttribute(KEEPER) instanceof Keeper keeper) || keeper.flash() == null) {
      return null;
    }
    String kept = keeper.flash();
    keeper.dropFlash();
    return text(kept);
  }

  private static Text text(String kept) {
    try (var reader = Json.createReader(new StringReader(kept))) {
      var words = reader.readArray();
      var arguments = new ArrayList<Object>();
      for (var word : words.subList(1, words.size())) {
        arguments.add(
            word instanceof JsonNumber number
                ? (Object) number.longValue()
                : ((JsonString) word).getString());
      }
      return Text.of(words.getString(0), arguments.toArray());
    }
  }
}
