package nl.poort25.web;

import java.util.Locale;
import nl.poort25.text.Characters;
import nl.poort25.text.Text;

/** Thrown by parsers of user input: what is wrong with the text, and what was perhaps meant. */
public final class MalformedInput extends IllegalArgumentException {
  private static final int LONGEST_SHOWN = 40;
  private final Enum<?> fault;
  private final transient Text text;
  private final String suggestion;

  /**
   * @param prefix of the key of the text, which ends in the fault
   */
  public MalformedInput(String prefix, Enum<?> fault, String found, String suggestion) {
    super(fault + " " + found);
    this.fault = fault;
    String what = fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    this.text = Text.of(prefix + what, found);
    this.suggestion = suggestion;
  }

  public boolean hasFault(Enum<?> what) {
    return fault == what;
  }

  public Text text() {
    return text;
  }

  /** What would be taken, in U-labels if it is a domain name; or empty. */
  public String suggestion() {
    return suggestion;
  }

  /**
   * Safe inside a sentence: cut off, and nothing in it that is invisible or turns the text around.
   */
  public static String toDisplayText(String text) {
    var shown =
        text.codePoints()
            .limit(LONGEST_SHOWN)
            .map(c -> Characters.isVisible(c) ? c : 0xFFFD)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    return text.codePointCount(0, text.length()) > LONGEST_SHOWN ? shown + "…" : shown.toString();
  }
}
