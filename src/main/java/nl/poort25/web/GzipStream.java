package nl.poort25.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;

/** Output stream that compresses unless the answer is too short to gain from it. */
final class GzipStream extends ServletOutputStream {
  /** Bytes that leave as they are: packed they would be hardly fewer. */
  static final int SHORT = 1024;

  private static final int LEVEL = 3;

  /** Bytes that leave at once. */
  private static final int PIECE = 8 * 1024;

  private final OutputStream out;
  private final BooleanSupplier decision;
  private final ByteArrayOutputStream first = new ByteArrayOutputStream(SHORT);
  private OutputStream target;

  /**
   * @param decision whether to pack, asked once, when more than a little is written
   */
  GzipStream(OutputStream out, BooleanSupplier decision) {
    this.out = out;
    this.decision = decision;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    if (target == null && first.size() + count <= SHORT) {
      first.write(bytes, from, count);
      return;
    }
    if (target == null) {
      target = decision.getAsBoolean() ? gzip() : out;
      first.writeTo(target);
    }
    target.write(bytes, from, count);
  }

  private OutputStream gzip() throws IOException {
    return new GZIPOutputStream(out, PIECE) {
      {
        def.setLevel(LEVEL);
      }
    };
  }

  /** Nothing more comes. */
  void end() throws IOException {
    if (target == null) {
      first.writeTo(out);
    } else if (target instanceof GZIPOutputStream gzip) {
      gzip.finish();
    }
  }

  @Override
  public void flush() {
    // all leaves at the end, or when the buffer of the container is full
  }

  @Override
  public void close() {
    // whoever answers closes it, and may yet answer with an error instead
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    throw new IllegalStateException("answers are written at once");
  }
}
