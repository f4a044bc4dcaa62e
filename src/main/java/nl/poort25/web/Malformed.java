package nl.poort25.web;

import java.util.Locale;

/** What was typed is not what was asked for: why, and perhaps what was meant. */
public final class Malformed extends IllegalArgumentException {
  private final transient Text text;
  private final String suggestion;

  /**
   * @param prefix of the key of the text, which ends in the fault
   */
  public Malformed(String prefix, Enum<?> fault, String found, String suggestion) {
    super(fault + " " + found);
    String what = fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    this.text = Text.of(prefix + what, found);
    this.suggestion = suggestion;
  }

  public Text text() {
    return text;
  }

  /** What would be taken, in U-labels if it is a domain name; or empty. */
  public String suggestion() {
    return suggestion;
  }
}
