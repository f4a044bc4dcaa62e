package nl.poort25.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** What was given on the command line as name=value, over the defaults. */
record Options(Map<String, String> values) {

  /**
   * @param defaults every name that may be given, with its default
   * @throws IllegalArgumentException naming what is unknown
   */
  static Options of(String[] arguments, Map<String, String> defaults) {
    var values = new LinkedHashMap<>(defaults);
    for (String argument : arguments) {
      String[] pair = argument.split("=", 2);
      if (pair.length < 2 || values.replace(pair[0], pair[1]) == null) {
        throw new IllegalArgumentException(
            argument + ": give name=value, of " + new TreeSet<>(defaults.keySet()));
      }
    }
    return new Options(values);
  }

  String text(String name) {
    return values.get(name);
  }

  int number(String name) {
    return Integer.parseInt(text(name));
  }
}
