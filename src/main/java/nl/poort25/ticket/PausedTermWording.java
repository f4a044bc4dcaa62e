package nl.poort25.ticket;

import java.util.regex.Pattern;

/**
 * Detects a text that says that the term is paused, which only a question to the partner may say
 * (4.9).
 */
final class PausedTermWording {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** In one sentence, in either order, and not denied. */
  private static final Pattern SAID =
      Pattern.compile(
          "\\b(?:termijn|klok)\\b(?![^.!?\\n"
              + "]{0,40}\\bniet\\b)[^.!?\\n"
              + "]{0,40}\\b(?:stil|stilstaat|stilgezet)\\b|\\bstil(?:staat|gezet)?\\b[^.!?\\n"
              + "]{0,20}\\b(?:termijn|klok)\\b|\\b(?:deadline|term|clock)\\b(?![^.!?\\n"
              + "]{0,40}\\bnot\\b)[^.!?\\n"
              + "]{0,40}\\b(?:stands? still|standing still|stops|stopped|paused|on hold)\\b",
          FLAGS);

  private PausedTermWording() {}

  static boolean isClaimed(String text) {
    return text != null && SAID.matcher(text).find();
  }
}
