package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Programs that {@code .ci/setup} unpacks into a folder of this user's, beside installed ones. */
public final class Unpacked {
  private Unpacked() {}

  /** The folder of those, whether or not it is there. */
  public static Path folder(String name) {
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .filter(text -> !text.isEmpty())
        .map(Path::of)
        .orElse(Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("poort25")
        .resolve(name);
  }

  /**
   * Where its programs are. A test is skipped without them; where {@code CI=true} it fails, unless
   * they could not be had.
   */
  public static Path programs(String name) {
    var folder = folder(name);
    var programs = folder.resolve("bin");
    if (Files.isDirectory(programs)) {
      return programs;
    }
    String sentence = "nothing unpacked of " + name + " here: .ci/setup does";
    return "true".equals(System.getenv("CI")) && !Files.exists(folder.resolve("not-to-be-had"))
        ? fail(sentence)
        : abort(sentence);
  }
}
