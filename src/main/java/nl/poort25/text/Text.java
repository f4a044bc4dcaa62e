package nl.poort25.text;

import java.util.Arrays;
import java.util.List;

/**
 * A sentence that is not yet in a language: a key of the message bundles and what goes into it. An
 * argument that is a Text itself is put into words first.
 */
public record Text(String key, List<Object> arguments) {
  public static Text of(String key, Object... arguments) {
    return new Text(key, Arrays.asList(arguments));
  }
}
