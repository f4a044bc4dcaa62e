package nl.poort25.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A disk of a few megabytes, in memory, that a test can fill; closing takes it away. */
public final class SmallDisk implements AutoCloseable {
  private static final int BLOCK = 4096;
  private final Path folder;

  /** Skips the test where nobody may mount here; where {@code CI=true} it fails. */
  public SmallDisk(int megabytes) {
    try {
      folder = Files.createTempDirectory("poort25-disk");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String mount = RealPart.of("mount", java.util.stream.Stream.empty()).toString();
    String said =
        run(mount, "-t", "tmpfs", "-o", "size=" + megabytes + "m", "poort25", folder.toString());
    if (!said.isEmpty()) {
      String sentence = "a disk cannot be mounted here: " + said;
      if ("true".equals(System.getenv("CI"))) {
        fail(sentence);
      }
      abort(sentence);
    }
  }

  public Path folder() {
    return folder;
  }

  /** Until nothing fits any more. */
  public void fill() {
    try (var filler = Files.newOutputStream(filler())) {
      byte[] block = new byte[BLOCK];
      for (; ; ) {
        filler.write(block);
      }
    } catch (IOException e) {
      // it is full
    }
  }

  /** Takes away again what filled it. */
  public void free() {
    try {
      Files.delete(filler());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  @Override
  public void close() {
    run("umount", "--lazy", folder.toString());
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it said where it failed, else nothing. */
  private static String run(String... command) {
    try {
      var process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      return process.waitFor() == 0 ? "" : "it failed. " + said;
    } catch (IOException e) {
      return e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
