package nl.poort25.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A message bundle as it stands in its file, for the tests that hold texts and code together. */
public record Bundle(
    Map<String, String> texts, List<String> keysInOrder, List<String> writtenTwice) {
  public static final Bundle DUTCH = read("nl");
  public static final Bundle ENGLISH = read("en");
  public static final List<Bundle> BOTH = List.of(DUTCH, ENGLISH);

  private static Bundle read(String language) {
    var texts = new TreeMap<String, String>();
    var order = new ArrayList<String>();
    var twice = new ArrayList<String>();
    var properties =
        new Properties() {
          @Override
          public synchronized Object put(Object key, Object value) {
            order.add((String) key);
            if (texts.put((String) key, (String) value) != null) {
              twice.add((String) key);
            }
            return null;
          }
        };
    try (var reader =
        Files.newBufferedReader(
            Path.of("src/main/resources/messages_" + language + ".properties"))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Bundle(Collections.unmodifiableMap(texts), List.copyOf(order), List.copyOf(twice));
  }
}
