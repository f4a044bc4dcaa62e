package nl.poort25.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;

/**
 * One member of a gzip file (RFC 1952), of which a file may have any number. Its header says how
 * long it is, in a field that other programs pass over: so a file can be walked from member to
 * member, and an end that was cut off shows.
 */
final class GzipMember {
  /** Header with one extra field, "P2", of four bytes. */
  private static final byte[] BEGIN = {
    0x1f, (byte) 0x8b, 8, 4, 0, 0, 0, 0, 0, (byte) 0xff, 8, 0, 'P', '2', 4, 0
  };

  static final int HEADER = BEGIN.length + Integer.BYTES;
  private static final int TRAILER = 2 * Integer.BYTES;

  private GzipMember() {}

  static byte[] of(byte[] content) {
    var packed = new ByteArrayOutputStream();
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try (var out = new DeflaterOutputStream(packed, deflater)) {
      out.write(content);
    } catch (IOException e) {
      throw new IllegalStateException(e); // memory takes it
    } finally {
      deflater.end();
    }
    var crc = new CRC32();
    crc.update(content);
    int length = HEADER + packed.size() + TRAILER;
    return ByteBuffer.allocate(length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(BEGIN)
        .putInt(length)
        .put(packed.toByteArray())
        .putInt((int) crc.getValue())
        .putInt(content.length)
        .array();
  }

  /** How long the member is that begins so; 0 where none of ours does. */
  static int length(byte[] header) {
    return isCutOff(header) && header.length >= HEADER
        ? ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(BEGIN.length)
        : 0;
  }

  /** Whether one of ours begins with these bytes, as far as they go. */
  static boolean isCutOff(byte[] begin) {
    int there = Math.min(begin.length, BEGIN.length);
    return Arrays.equals(begin, 0, there, BEGIN, 0, there);
  }

  /** Whether it is as it was written. */
  static boolean isWhole(byte[] member) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(member))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
