package nl.poort25.database;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.nio.file.attribute.PosixFilePermission.GROUP_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.GROUP_READ;
import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;

import java.io.File;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * The file with the data keys, for its own user alone. It lies outside of the folder of the
 * database, so that whoever copies that has no key in the copy.
 */
final class KeyFile {
  /** Bytes; more is no file of keys. */
  private static final int LARGEST = 64 * 1024;

  private static final Logger LOG = System.getLogger(KeyFile.class.getName());
  private final Path file;

  KeyFile(Path file) {
    this.file = file.toAbsolutePath().normalize();
  }

  /**
   * Where it is if no setting says so.
   *
   * @param database its file, or null
   * @throws IllegalStateException where there is nothing beside that folder
   */
  static KeyFile beside(File database) {
    try {
      return new KeyFile(BesideDatabase.path(database, ".key"));
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          e.getMessage() + ": name a file for the data key with poort25.data.key.file", e);
    }
  }

  Path path() {
    return file;
  }

  boolean exists() {
    return Files.exists(file);
  }

  /**
   * @throws IllegalStateException with a sentence for the operator, where it cannot be read, is
   *     malformed, or others may read or change it
   */
  DataKeys read() {
    try {
      mustBePrivate();
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        throw new IllegalStateException("the file of the data key is no such file: " + file);
      }
      return DataKeys.parse(Files.readString(file, US_ASCII), "" + file);
    } catch (IOException e) {
      throw new IllegalStateException("the file of the data key cannot be read: " + file, e);
    }
  }

  private void mustBePrivate() throws IOException {
    if (!PrivateFiles.arePossibleAt(file)) {
      return;
    }
    Set<?> allowed = Files.getPosixFilePermissions(file);
    var wrong =
        EnumSet.of(GROUP_WRITE, GROUP_EXECUTE, OTHERS_READ, OTHERS_WRITE, OTHERS_EXECUTE).stream()
            .filter(allowed::contains)
            .toList();
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(
          "others may read or change the file of the data key: chmod 600 "
              + file
              + " (and if somebody may have read it, change the key)");
    }
    if (allowed.contains(GROUP_READ)) {
      LOG.log(Level.WARNING, "the group of {0} may read the data key in it", file);
    }
  }

  /**
   * With a new key in it: whole or not at all, and on the disk before anything is encrypted with
   * it. Where another process made it meanwhile, that one's stays.
   *
   * @throws IllegalStateException with a sentence for the operator if it cannot be made
   */
  void make() {
    Path part = null;
    try {
      try {
        part =
            Files.createTempFile(
                file.getParent(), file.getFileName() + ".", ".part", PrivateFiles.ofFile(file));
        write(part);
        Files.createLink(file, part);
        LOG.log(
            Level.WARNING,
            "a data key was made in {0}: the secrets in the database (second factors, the signing"
                + " key) are encrypted with it. Keep a copy of it, apart from the copies of the"
                + " database: without it these secrets are lost",
            file);
      } catch (FileAlreadyExistsException e) {
        LOG.log(Level.INFO, "another process has made {0}", file);
      } finally {
        if (part != null) {
          Files.delete(part);
        }
      }
      PrivateFiles.sync(file.getParent());
    } catch (IOException | UnsupportedOperationException e) {
      throw new IllegalStateException(
          "no data key can be made in "
              + file
              + ": make one with (umask 077; openssl rand -base64 32 > FILE) outside of the folder"
              + " of the database, and name it with poort25.data.key.file",
          e);
    }
  }

  private static void write(Path part) throws IOException {
    String text =
        "# Encrypts secrets in the database of Poort 25. The first key encrypts, all decrypt.\n"
            + DataKeys.generate()
            + "\n";
    try (var out = FileChannel.open(part, WRITE)) {
      var bytes = ByteBuffer.wrap(text.getBytes(US_ASCII));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
  }
}
