package nl.poort25.archive;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Set;
import nl.poort25.database.PrivateFiles;

/**
 * A file of the archive, which grows by one gzip member at a time. Several processes may append to
 * it; each looks first whether it ends with a whole member, since any of them may have been killed
 * while it wrote.
 */
final class ArchiveFile {
  private static final Logger LOG = System.getLogger(ArchiveFile.class.getName());
  private static final int BLOCK = 8192;
  private final Path path;

  ArchiveFile(Path path) {
    this.path = path;
  }

  /**
   * On the disk once it returns.
   *
   * @throws ArchiveFault.Busy where another process writes just now
   * @throws ArchiveFault where it ends with something that is not ours
   */
  void append(byte[] member) throws IOException {
    try (var channel =
        FileChannel.open(path, Set.of(CREATE, READ, WRITE), PrivateFiles.ofFile(path))) {
      try (var lock = channel.tryLock()) {
        if (lock == null) {
          throw busy();
        }
        append(channel, member);
      } catch (OverlappingFileLockException e) {
        throw busy();
      }
    }
  }

  private ArchiveFault.Busy busy() {
    return new ArchiveFault.Busy(path + " is being written by another node");
  }

  private void append(FileChannel channel, byte[] member) throws IOException {
    long end = wholeUntil(channel);
    if (end < channel.size()) {
      LOG.log(
          Level.WARNING,
          "{0} ended in the middle of a write, after {1} bytes: that part is taken away, since its"
              + " rows were not deleted",
          path,
          end);
      channel.truncate(end);
    }
    var bytes = ByteBuffer.wrap(member);
    try {
      channel.position(end);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      channel.truncate(end);
      throw e;
    }
    if (end == 0) {
      PrivateFiles.sync(path.getParent());
    }
  }

  /** Where its last whole member ends. */
  private long wholeUntil(FileChannel channel) throws IOException {
    long last = 0;
    long at = 0;
    while (at < channel.size()) {
      byte[] header = read(channel, at, GzipMember.HEADER);
      int length = GzipMember.length(header);
      if (length < GzipMember.HEADER || at + length > channel.size()) {
        if (!GzipMember.isCutOff(header) && !isZero(channel, at)) {
          throw foreign();
        }
        break;
      }
      last = at;
      at += length;
    }
    if (at > last && !GzipMember.isWhole(read(channel, last, (int) (at - last)))) {
      throw foreign();
    }
    return at;
  }

  private ArchiveFault foreign() {
    return new ArchiveFault(
        path + " ends with something that the portal did not write so: move it to another folder");
  }

  /** Which is what a file system may leave of a write after the machine went down. */
  private static boolean isZero(FileChannel channel, long from) throws IOException {
    for (long at = from; at < channel.size(); at += BLOCK) {
      for (byte one : read(channel, at, BLOCK)) {
        if (one != 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** Fewer where the file ends before. */
  private static byte[] read(FileChannel channel, long from, int most) throws IOException {
    var bytes = ByteBuffer.allocate((int) Math.min(most, channel.size() - from));
    while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
      // until it is full
    }
    return bytes.array();
  }
}
