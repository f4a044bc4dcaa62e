package nl.poort25.domainname;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;

/** Names that no one can have mail at, whoever registers them (3.4); the file says its sources. */
public final class SpecialUseNames {
  private static final String FILE = "/special-use-names.txt";

  /** The name, and where it is reserved. */
  public static final ImmutableMap<String, String> ALL = read();

  private SpecialUseNames() {}

  /** The one that it is or lies under. */
  public static Optional<String> over(DomainName name) {
    return Stream.concat(
            Stream.iterate(name.toString(), n -> n.contains("."), SpecialUseNames::parent),
            Stream.of(name.toString().substring(name.toString().lastIndexOf('.') + 1)))
        .filter(ALL::containsKey)
        .findFirst();
  }

  private static String parent(String name) {
    return name.substring(name.indexOf('.') + 1);
  }

  private static ImmutableMap<String, String> read() {
    var all = ImmutableMap.<String, String>builder();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(SpecialUseNames.class.getResourceAsStream(FILE), UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 2))
          .forEach(parts -> all.put(parts[0], parts[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.buildOrThrow();
  }
}
