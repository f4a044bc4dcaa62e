package nl.poort25.web;

import nl.poort25.text.Text;

/**
 * An option of a select or of a group of radio buttons.
 *
 * @param hint null where the label says enough
 */
public record Choice(String value, Text label, Text hint) {
  public static Choice of(Enum<?> constant, String prefix) {
    return new Choice(constant.name(), Text.of(prefix + "." + constant.name()), null);
  }

  /** The same with a hint by the key {@code prefix.CONSTANT.hint}. */
  public static Choice explained(Enum<?> constant, String prefix) {
    String key = prefix + "." + constant.name();
    return new Choice(constant.name(), Text.of(key), Text.of(key + ".hint"));
  }

  /** A choice that is shown as it is, such as a name. */
  public static Choice plain(String value, String label) {
    return new Choice(value, Text.of("web.plain", label), null);
  }
}
