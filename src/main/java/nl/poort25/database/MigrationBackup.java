package nl.poort25.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Backup of the file of an embedded database during a migration. While the copy exists, a migration
 * is running or was cut off, and the next start restores it. Each step is atomic and synced to disk
 * before the next, so that the process may be killed or the machine switched off between any two. A
 * file lock admits one process at a time.
 */
final class MigrationBackup implements AutoCloseable {
  private static final Logger LOG = System.getLogger(MigrationBackup.class.getName());
  private final Path file;

  /** Empty where there was no database. */
  private final Path copy;

  /** A copy that is not whole yet, and worth nothing. */
  private final Path part;

  /** What the migration that was cut off last has left. */
  private final Path cutOff;

  private final FileChannel lock;

  /**
   * Waits until no other process has the lock.
   *
   * @throws IllegalStateException if the folder cannot be written
   */
  MigrationBackup(Path file) {
    this.file = file.toAbsolutePath();
    copy = file.resolveSibling(file.getFileName() + ".before");
    part = file.resolveSibling(file.getFileName() + ".before.part");
    cutOff = file.resolveSibling(file.getFileName() + ".cut-off");
    try {
      PrivateFiles.makeFolder(this.file.getParent());
      lock =
          FileChannel.open(
              file.resolveSibling(file.getFileName() + ".starting"),
              Set.of(CREATE, WRITE),
              PrivateFiles.ofFile(this.file));
      lock.lock();
    } catch (IOException e) {
      throw new IllegalStateException("the folder of the database cannot be written: " + e, e);
    }
  }

  /** The database as it was, if a migration of it was cut off. */
  void restore() {
    try {
      Files.deleteIfExists(part);
      if (!Files.exists(copy)) {
        return;
      }
      LOG.log(
          Level.WARNING,
          "a migration was cut off: the database is put back as it was before, from " + copy);
      if (Files.exists(file)) {
        // not thrown away: perhaps somebody has put a copy of his own there meanwhile
        Files.move(file, cutOff, ATOMIC_MOVE);
        sync();
      }
      if (Files.size(copy) == 0) {
        Files.delete(copy);
      } else {
        Files.move(copy, file, ATOMIC_MOVE);
      }
      sync();
    } catch (IOException e) {
      throw new IllegalStateException("the database cannot be put back from " + copy, e);
    }
  }

  /** For its own user alone from the first byte on: H2 would ask the umask. */
  void makePrivate() {
    try {
      PrivateFiles.makeFile(file);
      PrivateFiles.tighten(file);
    } catch (IOException e) {
      throw new IllegalStateException("the folder of the database cannot be written: " + e, e);
    }
  }

  /** Before a migration that makes a new database. */
  void markEmpty() {
    try (var empty = FileChannel.open(copy, Set.of(CREATE_NEW, WRITE), PrivateFiles.ofFile(copy))) {
      empty.force(true);
      sync();
    } catch (IOException e) {
      throw new IllegalStateException("the folder of the database cannot be written: " + e, e);
    }
  }

  /**
   * Before a migration of a database, which is closed.
   *
   * @throws IllegalStateException if there is no room for the copy and for the migration
   */
  void copy() {
    try {
      long size = Files.size(file);
      long wanted = 2 * size + EmbeddedDatabase.ROOM;
      long usable = Files.getFileStore(file).getUsableSpace();
      if (usable < wanted) {
        throw new IllegalStateException(
            "a migration of the database needs "
                + megabytes(wanted)
                + " MB of free space in "
                + file.getParent()
                + ", where "
                + megabytes(usable)
                + " MB are free; nothing was changed");
      }
      copyWhole(size);
      Files.move(part, copy, ATOMIC_MOVE);
      sync();
    } catch (IOException e) {
      throw new IllegalStateException("the database cannot be copied to " + part, e);
    }
  }

  private static long megabytes(long bytes) {
    return (bytes + (1 << 20) - 1) >> 20;
  }

  private void copyWhole(long size) throws IOException {
    try (var from = FileChannel.open(file, READ);
        var to = FileChannel.open(part, Set.of(CREATE_NEW, WRITE), PrivateFiles.ofFile(part))) {
      for (long at = 0; at < size; ) {
        at += from.transferTo(at, size - at, to);
      }
      to.force(true);
    }
  }

  /** After a migration, whose result is in the file, which is closed. */
  void delete() {
    try {
      if (Files.exists(file)) {
        try (var written = FileChannel.open(file, WRITE)) {
          written.force(true);
        }
      }
      Files.deleteIfExists(copy);
      sync();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sync() throws IOException {
    PrivateFiles.sync(file.getParent());
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
