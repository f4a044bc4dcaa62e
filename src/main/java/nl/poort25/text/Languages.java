package nl.poort25.text;

import java.util.Locale;

/** The languages that pages and mails are in: Dutch first, and English. */
public final class Languages {
  public static final Locale DUTCH = Locale.forLanguageTag("nl");
  public static final Locale ENGLISH = Locale.forLanguageTag("en");

  private Languages() {}

  /**
   * @param tag as an account or a cookie keeps it; null, or one that is not known, is Dutch
   */
  public static Locale of(String tag) {
    return "en".equals(tag) ? ENGLISH : DUTCH;
  }
}
