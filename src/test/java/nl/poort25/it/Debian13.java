package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Programs of the next Debian, as {@code .ci/setup} unpacks them beside those of this one. */
public final class Debian13 {
  private static final Path FOLDER =
      Path.of(
          Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
              .orElse(System.getProperty("user.home") + "/.cache"),
          "poort25",
          "debian-13");

  private Debian13() {}

  /**
   * The folder with nft, mawk, gawk, busybox, original-awk, dash, bash, curl and openssl. A test is
   * skipped without it; where {@code CI=true} it fails, unless it could not be had.
   */
  public static Path programs() {
    var programs = FOLDER.resolve("bin");
    if (Files.isDirectory(programs)) {
      return programs;
    }
    String sentence = "no programs of Debian 13 here: .ci/setup unpacks them";
    return "true".equals(System.getenv("CI")) && !Files.exists(FOLDER.resolve("not-to-be-had"))
        ? fail(sentence)
        : abort(sentence);
  }
}
