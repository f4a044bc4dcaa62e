package nl.poort25.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A unit of systemd as systemd-analyze reads it: systemd is not the first process where tests run,
 * so that none is started.
 */
public final class SystemdUnit {
  private SystemdUnit() {}

  /**
   * What systemd has to say against it; empty for nothing.
   *
   * @param folder where it may be written
   */
  public static String faults(String unit, Path folder) {
    var systemd = RealPart.of("systemd-analyze", Stream.empty());
    var program = Path.of("/bin/true"); // what it starts is not installed here
    try {
      var file =
          Files.writeString(
              folder.resolve("poort25-trial.service"),
              unit.replaceAll("(?m)^ExecStart=\\S+", "ExecStart=" + program)
                  .replaceAll("(?m)^Documentation=.*$", ""));
      var process =
          new ProcessBuilder(systemd.toString(), "verify", "--man=no", file.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      process.waitFor();
      return said.lines()
          .filter(line -> line.contains("poort25-trial"))
          .reduce("", (all, line) -> all + line + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
