package nl.poort25.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may read the files of an embedded database. */
class PrivateFilesTest {
  @TempDir private static Path made;
  @TempDir private Path folder;

  /** By a first start, whose files the tests have a copy of. */
  @BeforeAll
  static void makeThem() throws Exception {
    start(made);
  }

  @BeforeEach
  void copyThem() throws Exception {
    Files.createDirectory(data());
    Files.setPosixFilePermissions(data(), Files.getPosixFilePermissions(made.resolve("data")));
    for (String name : List.of("data.key", "data/portal.mv.db", "data/portal.mv.db.starting")) {
      Files.copy(made.resolve(name), folder.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private static String mode(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static void allow(Path file, String mode) throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  /** Brought up to date, with its key, by a process that would let everybody do everything. */
  private static void start(Path folder) throws Exception {
    var process =
        new ProcessBuilder(
                "sh",
                "-c",
                "umask 000; exec \"$@\"",
                "sh",
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Migrating.class.getName(),
                "jdbc:h2:file:" + folder.resolve("data/portal"))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), said);
  }

  private static void assertAllPrivate(Path data) throws Exception {
    var modes = new TreeMap<String, String>();
    try (var all = Files.list(data)) {
      for (Path file : all.toList()) {
        modes.put(file.getFileName() + "", mode(file));
      }
    }
    assertTrue(modes.containsKey("portal.mv.db"), modes.toString());
    assertTrue(modes.values().stream().allMatch("rw-------"::equals), modes.toString());
  }

  @Test
  void theyAreMadePrivateWhateverTheUmaskSays() throws Exception {
    assertAllPrivate(made.resolve("data"));
    assertEquals("rwx------", mode(made.resolve("data")));
    assertEquals("rw-------", mode(made.resolve("data.key")));
  }

  @Test
  void thoseThatAreThereAreTightened() throws Exception {
    for (String more : new String[] {"portal.mv.db.before", "portal.mv.db.cut-off"}) {
      Files.copy(data().resolve("portal.mv.db"), data().resolve(more));
    }
    Files.writeString(data().resolve("portal.trace.db"), "");
    try (var all = Files.list(data())) {
      for (Path file : all.toList()) {
        allow(file, "rw-rw-rw-");
      }
    }
    allow(data(), "rwxr-xr-x");
    start(folder);
    assertAllPrivate(data());
    assertEquals("rwx------", mode(data()));
  }

  /** As /tmp is: who takes that from the others stops the machine. */
  @Test
  void aFolderWithFilesOfOthersIsLeftToThem() throws Exception {
    Files.writeString(data().resolve("of-another"), "");
    allow(data().resolve("of-another"), "rw-r--r--");
    allow(data().resolve("portal.mv.db"), "rw-r--r--");
    allow(data(), "rwxrwxrwx");
    start(folder);
    assertEquals("rwxrwxrwx", mode(data()));
    assertEquals("rw-r--r--", mode(data().resolve("of-another")));
    assertEquals("rw-------", mode(data().resolve("portal.mv.db")));
  }
}
