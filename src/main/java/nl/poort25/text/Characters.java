package nl.poort25.text;

/** Which characters people can see. */
public final class Characters {
  private Characters() {}

  /**
   * Whether it shows something, if only space, in the same way to everybody: no control, no mark
   * that turns the direction of what follows, no end of a line, nothing that has no meaning yet or
   * a private one.
   */
  public static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
