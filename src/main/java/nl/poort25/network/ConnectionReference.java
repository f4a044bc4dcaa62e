package nl.poort25.network;

import java.util.Locale;
import java.util.regex.Pattern;

/** Parses the provider's reference of a connection, always in capitals. */
final class ConnectionReference {
  private static final Pattern SHAPE = Pattern.compile("[A-Z0-9][A-Z0-9._/-]{0,39}");

  private ConnectionReference() {}

  /** Null for what is none. */
  static String parse(String typed) {
    String text = typed.strip().toUpperCase(Locale.ROOT);
    return SHAPE.matcher(text).matches() ? text : null;
  }
}
