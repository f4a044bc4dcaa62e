package nl.poort25.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A folder with a postmap that notes what it is asked for, and does what a test tells it to. */
final class WatchedPostmap {
  private final Path folder;

  WatchedPostmap(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    write(
        "postmap",
        """
        #!/bin/sh
        case $1 in
          -q)
            tee -a %1$s/asked | /usr/sbin/postmap "$@"
            status=$?
            case $3 in */relay_domains) if mv %1$s/lie %1$s/lied 2>/dev/null; then cat %1$s/lied; fi ;; esac
            exit $status
            ;;
          -s) [ ! -p %1$s/gate ] || cat %1$s/gate ;;
          *) [ ! -e %1$s/full ] || exit 1 ;;
        esac
        exec /usr/sbin/postmap "$@"
        """
            .formatted(folder));
    // as far as there is room
    write(
        "cp",
        """
        #!/bin/sh
        case $1 in
          *.lmdb) if [ -e %1$s/full ]; then head -c 8192 "$1" >"$2"; exit 1; fi ;;
        esac
        exec /bin/cp "$@"
        """
            .formatted(folder));
  }

  private void write(String program, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(program), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Path folder() {
    return folder;
  }

  /** The keys that were asked for since this was asked last. */
  List<String> asked() throws IOException {
    Path file = folder.resolve("asked");
    var asked = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
    Files.deleteIfExists(file);
    return asked;
  }

  /** That row too is answered, once, of the table of the domains. */
  void lie(String row) throws IOException {
    Files.writeString(folder.resolve("lie"), row + "\n");
  }

  /** Whether there is room for a table. */
  void full(boolean full) throws IOException {
    if (full) {
      Files.createFile(folder.resolve("full"));
    } else {
      Files.delete(folder.resolve("full"));
    }
  }

  /** Lists no table until it is let go. */
  void hold() throws IOException, InterruptedException {
    assertEquals(0, new ProcessBuilder("mkfifo", folder + "/gate").start().waitFor());
  }

  /** Once a list is waited for. */
  void letGo() throws IOException {
    Path gate = folder.resolve("gate");
    try (var open = new FileOutputStream(gate.toFile())) {
      Files.delete(gate);
      open.flush(); // what waited goes on when this is closed
    }
  }
}
