package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** A program of the operating system that a test needs and {@code .ci/setup} installs. */
public final class RealPart {
  private RealPart() {}

  /**
   * Where the program is: in one of those folders or on the path. A test that lacks it is skipped
   * with that sentence; where {@code CI=true} it fails, so that nothing goes untested unseen.
   */
  public static Path of(String program, Stream<Path> folders) {
    return Stream.concat(folders, Arrays.stream(System.getenv("PATH").split(":", -1)).map(Path::of))
        .map(folder -> folder.resolve(program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(() -> missing(program));
  }

  /** The same of a library that one of them loads, in that folder. */
  public static Path library(String file, Path folder) {
    Path path = folder.resolve(file);
    return Files.isReadable(path) ? path : missing(file);
  }

  private static Path missing(String program) {
    String sentence = program + " is not installed here: .ci/setup installs it";
    return "true".equals(System.getenv("CI")) ? fail(sentence) : abort(sentence);
  }
}
