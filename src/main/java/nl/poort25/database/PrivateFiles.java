package nl.poort25.database;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The files of an embedded database, and those of the archive, are for their own user alone,
 * whatever the umask says: 0600, in a folder of 0700.
 */
public final class PrivateFiles {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Logger LOG = System.getLogger(PrivateFiles.class.getName());

  private PrivateFiles() {}

  static boolean arePossibleAt(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** For a file that is being made. */
  public static FileAttribute<?>[] ofFile(Path path) {
    return attributes(path, FILE);
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
    return arePossibleAt(path)
        ? new FileAttribute<?>[] {asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  /** Leaves one that is there; its parents are made as the umask says. */
  public static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder.getParent());
      Files.createDirectories(folder, attributes(folder, FOLDER));
    }
  }

  /** Empty, for H2 to fill; leaves one that is there. */
  static void makeFile(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file, ofFile(file));
    }
  }

  /**
   * Takes from others what an older portal, or another umask, let them have. A folder with files of
   * others too stays as it is: it may be one that everybody needs.
   *
   * @param database its file, "poort25.mv.db" say; those beside it begin like it
   */
  static void tighten(Path database) {
    if (!arePossibleAt(database)) {
      return;
    }
    Path folder = database.getParent();
    String begin = database.getFileName().toString().replaceFirst("\\.mv\\.db$", ".");
    try (var all = Files.list(folder)) {
      var there = all.toList();
      var ours = there.stream().filter(f -> f.getFileName().toString().startsWith(begin)).toList();
      ours.forEach(file -> allowOnly(file, FILE));
      tightenFolder(folder, ours.size() == there.size());
    } catch (IOException e) {
      warn(folder, e);
    }
  }

  private static void tightenFolder(Path folder, boolean isOurs) throws IOException {
    var allowed = Files.getPosixFilePermissions(folder);
    if (FOLDER.containsAll(allowed)) {
      return;
    }
    if (isOurs) {
      allowOnly(folder, FOLDER);
    } else {
      LOG.log(
          Level.WARNING,
          "others may look into {0}, which has files beside those of the database: give the"
              + " database a folder of its own (poort25.db.url)",
          folder);
    }
  }

  private static void allowOnly(Path path, Set<PosixFilePermission> permissions) {
    try {
      if (!permissions.equals(Files.getPosixFilePermissions(path))) {
        Files.setPosixFilePermissions(path, permissions);
      }
    } catch (IOException e) {
      warn(path, e);
    }
  }

  private static void warn(Path path, IOException e) {
    LOG.log(
        Level.WARNING,
        "others may be able to read the database, since {0} cannot be made private ({1}): chmod"
            + " 700 its folder, chmod 600 its files",
        path,
        e);
  }

  /** What the folder says of its files. */
  public static void sync(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    }
  }
}
