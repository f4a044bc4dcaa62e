package nl.poort25.point;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What nft would print of a firewall that holds those lines. */
final class Tables {
  private Tables() {}

  static byte[] holding(List<String> lines) {
    var sets = new TreeMap<String, List<String>>();
    for (String line : lines) {
      String[] words = line.split(" ");
      boolean six = line.contains(":");
      boolean wide = words[0].equals("pair") && words[1].contains("/");
      String set = (wide ? "wide" : words[0]) + (six ? "6" : "4");
      String element =
          words.length == 3
              ? "{\"concat\": [" + value(words[1]) + ", " + value(words[2]) + "]}"
              : value(words[1]);
      sets.merge(
          set,
          List.of(element),
          (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList());
    }
    String elements =
        sets.entrySet().stream()
            .map(
                set ->
                    "{\"set\": {\"family\": \"inet\", \"name\": \"%s\", \"table\": \"port25\", \"handle\": 3, \"elem\": [%s]}},\n"
                        .formatted(set.getKey(), String.join(", ", set.getValue())))
            .collect(Collectors.joining());
    return rules()
        .replaceFirst(
            "\\[\n",
            "[\n{\"metainfo\": {\"version\": \"1.0.6\"}},\n{\"table\": {\"family\": \"inet\", \"name\": \"port25\", \"handle\": 1}},\n"
                + elements)
        .getBytes(UTF_8);
  }

  private static String value(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? "\"" + text + "\""
        : "{\"prefix\": {\"addr\": \"%s\", \"len\": %s}}"
            .formatted(text.substring(0, slash), text.substring(slash + 1));
  }

  /** The chains and rules of our table, as the portal knows them. */
  static String rules() {
    try (var file = Tables.class.getResourceAsStream("nftables-rules.json")) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
