package nl.poort25.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The clock of a portal in a process of its own, which faketime holds or sets. */
public final class FakedClock {
  private FakedClock() {}

  /**
   * The environment of that process.
   *
   * @param when what faketime is told of the time, by its variables
   */
  public static Map<String, String> environment(Map<String, String> when) {
    RealPart.of("faketime", Stream.empty());
    Path library =
        Stream.of("x86_64-linux-gnu", "aarch64-linux-gnu")
            .map(machine -> Path.of("/usr/lib", machine, "faketime/libfaketimeMT.so.1"))
            .filter(Files::isReadable)
            .findFirst()
            .orElseThrow();
    var environment = new HashMap<>(when);
    environment.put("LD_PRELOAD", library.toString());
    // without this each wait of the JVM returns at once
    environment.put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
    // a clock that is set does not touch this one
    environment.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    environment.put("DONT_FAKE_MONOTONIC", "1");
    return environment;
  }
}
