package nl.poort25.point;

import java.util.Arrays;
import java.util.Random;

/** Alters bytes as noise, a bad disk or an attacker would. */
final class Fuzz {
  private static final String SIGNS = "0123456789.:/[]{}\",- \n";

  private Fuzz() {}

  static byte[] altered(byte[] good, Random random) {
    byte[] bytes = good.clone();
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      if (bytes.length < 2) {
        return bytes;
      }
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
        case 2 -> bytes = Arrays.copyOf(bytes, at);
        case 3 -> bytes = without(bytes, at, Math.min(bytes.length - at, 1 + random.nextInt(40)));
        default -> bytes = doubled(bytes, at, Math.min(bytes.length - at, 1 + random.nextInt(40)));
      }
    }
    return bytes;
  }

  private static byte[] without(byte[] bytes, int at, int count) {
    byte[] left = new byte[bytes.length - count];
    System.arraycopy(bytes, 0, left, 0, at);
    System.arraycopy(bytes, at + count, left, at, left.length - at);
    return left;
  }

  private static byte[] doubled(byte[] bytes, int at, int count) {
    byte[] more = new byte[bytes.length + count];
    System.arraycopy(bytes, 0, more, 0, at + count);
    System.arraycopy(bytes, at, more, at + count, bytes.length - at);
    return more;
  }
}
