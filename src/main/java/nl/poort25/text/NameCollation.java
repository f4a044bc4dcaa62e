package nl.poort25.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Sort key and search folding for names: accents and case are ignored. Stored in a column of its
 * own, so that a database that compares bytes sorts by it with an index.
 */
public final class NameCollation {
  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");

  /** Letters that no accent makes of others. */
  private static final Map<Character, String> LETTERS =
      Map.of(
          'ß', "ss", 'æ', "ae", 'œ', "oe", 'ø', "o", 'đ', "d", 'ð', "d", 'þ', "th", 'ł', "l", 'ı',
          "i");

  private NameCollation() {}

  /** By its letters, and of those with the same letters by their accents. */
  public static String key(String name) {
    String folded = fold(name);
    return folded.equals(name) ? name : folded + " " + name;
  }

  /** Without accents and in lower case: the beginning of the key of whatever begins so. */
  public static String fold(String text) {
    String plain =
        ACCENTS
            .matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Form.NFD))
            .replaceAll("");
    var folded = new StringBuilder();
    for (char c : Normalizer.normalize(plain, Form.NFC).toCharArray()) {
      folded.append(LETTERS.getOrDefault(c, String.valueOf(c)));
    }
    return folded.toString();
  }

  /** The least text that stands behind all that begin with that one, which is not empty. */
  public static String behind(String beginning) {
    int last = beginning.codePointBefore(beginning.length());
    int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
    return beginning.substring(0, beginning.length() - Character.charCount(last))
        + Character.toString(next);
  }
}
