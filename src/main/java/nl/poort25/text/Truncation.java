package nl.poort25.text;

/** Cuts a text to a maximum length, with an ellipsis. */
public final class Truncation {
  private Truncation() {}

  /** At most that many characters, with an ellipsis for what is left out. */
  public static String to(int longest, String text) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + "\u2026";
  }
}
