package nl.poort25.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A received request body, in memory or in a temporary file. The file is unlinked when it is
 * created, so that nothing is left of it even where the process is killed.
 */
final class BufferedBody implements Closeable {
  /** Bytes that stay in memory. */
  static final int IN_MEMORY = 16 * 1024;

  private ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private FileChannel file;
  private long length;
  private boolean closed;

  /**
   * @throws IOException where it is closed, or the disk is full
   */
  synchronized void add(byte[] bytes, int count) throws IOException {
    if (closed) {
      throw new IOException("nobody wants it any more");
    }
    if (file == null && length + count > IN_MEMORY) {
      file = nameless();
      write(memory.toByteArray(), memory.size());
      memory = null;
    }
    if (file == null) {
      memory.write(bytes, 0, count);
    } else {
      write(bytes, count);
    }
    length += count;
  }

  private static FileChannel nameless() throws IOException {
    Path path = Files.createTempFile("poort25", ".body"); // for this user alone
    try {
      return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } finally {
      Files.delete(path);
    }
  }

  private void write(byte[] bytes, int count) throws IOException {
    var left = ByteBuffer.wrap(bytes, 0, count);
    while (left.hasRemaining()) {
      file.write(left);
    }
  }

  synchronized long length() {
    return length;
  }

  /** Its last bytes, at most so many. */
  synchronized byte[] end(int most) {
    int count = (int) Math.min(length, most);
    if (file == null) {
      byte[] all = memory.toByteArray();
      return Arrays.copyOfRange(all, all.length - count, all.length);
    }
    var bytes = ByteBuffer.allocate(count);
    try {
      while (bytes.hasRemaining() && file.read(bytes, length - bytes.remaining()) >= 0) {
        // the next piece
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.array();
  }

  /** Of all its bytes. */
  synchronized void addTo(MessageDigest digest) {
    if (file == null) {
      digest.update(memory.toByteArray());
      return;
    }
    var some = ByteBuffer.allocate(IN_MEMORY);
    try {
      for (long from = 0; file.read(some, from) > 0; some.clear()) {
        from += some.position();
        digest.update(some.flip());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From its first byte on; to be called once. */
  synchronized InputStream open() {
    if (file == null) {
      return new ByteArrayInputStream(memory.toByteArray());
    }
    try {
      return new BufferedInputStream(Channels.newInputStream(file.position(0)), IN_MEMORY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of what is in a file nothing is there any more. */
  @Override
  public synchronized void close() {
    closed = true;
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
