package nl.poort25.point;

import java.util.Optional;

/**
 * The number and mode of the last document that a point took, as it says.
 *
 * @param count its number; 0 for none
 * @param enforcing what it said of the point
 */
record DocumentClaim(long count, boolean enforcing) {
  /**
   * @param text "12-enforce", "12-observe"; null from an agent that does not know documents with a
   *     number
   */
  static Optional<DocumentClaim> parse(String text) {
    if (text == null || !text.matches("\\d{1,15}-(enforce|observe)")) {
      return Optional.empty();
    }
    int at = text.indexOf('-');
    return Optional.of(
        new DocumentClaim(
            Long.parseLong(text.substring(0, at)), text.substring(at + 1).equals("enforce")));
  }
}
