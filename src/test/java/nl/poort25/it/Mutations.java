package nl.poort25.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Files as strangers might send them: what was met in the field, changed at random, repeatably. */
public final class Mutations {
  private static final Path CASES = Path.of("src/test/resources/cases");

  /** What readers have stumbled over, or might. */
  private static final List<String> HARD =
      List.of(
          "9".repeat(1_101),
          "-0." + "3".repeat(1_200),
          "1e999999999",
          "[".repeat(2_000),
          "{\"a\":".repeat(2_000),
          "(".repeat(5_000),
          "\"".repeat(99),
          "-".repeat(3_000) + " a b",
          " ".repeat(3_000),
          ":".repeat(300),
          ";".repeat(300),
          "+999999999-12-31",
          "-999999999-01-01T00:00:00Z",
          "+999999999-12-31T23:59:59.999999999+18:00",
          "99 Feb 9999 25:61:61 +9999",
          "; charset=\"\u0000x-nope\"",
          "Content-Type: multipart/mixed; boundary=part-1\n\n--part-1\n".repeat(30),
          "Content-Transfer-Encoding: base64\n\n====",
          "4294967296",
          "256.256.256.256/33",
          "::ffff:1.2.3.4%eth0/129",
          "inetnum: 0.0.0.0 - 255.255.255.255\nstatus: ALLOCATED PA\n",
          "\r",
          "\n\n",
          "\u0000",
          "\u2028",
          "\ud83d\ude00",
          "\u202e");

  private final Random random;

  public Mutations(long seed) {
    random = new Random(seed);
  }

  /** The files of that folder of cases, by their names. */
  public static Map<String, byte[]> named(String folder) {
    try (var files = Files.list(CASES.resolve(folder))) {
      return files.collect(
          Collectors.toMap(file -> file.getFileName().toString(), Mutations::bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of that folder of cases. */
  public static List<byte[]> cases(String folder) {
    try (var files = Files.list(CASES.resolve(folder))) {
      return files.sorted().map(Mutations::bytes).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of those, with one to four changes. */
  public byte[] of(List<byte[]> seeds) {
    byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
    for (int times = 1 + random.nextInt(4); times > 0 && bytes.length > 0; times--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes = spliced(bytes, at, 0, hard());
        case 2 -> bytes = spliced(bytes, at, random.nextInt(40), new byte[0]);
        case 3 -> bytes = spliced(bytes, at, random.nextInt(10), hard());
        default -> {
          int to = Math.min(bytes.length, at + random.nextInt(200));
          byte[] copied = Arrays.copyOfRange(bytes, at, to);
          bytes = spliced(bytes, random.nextInt(bytes.length), 0, copied);
        }
      }
    }
    return bytes;
  }

  private byte[] hard() {
    return HARD.get(random.nextInt(HARD.size())).getBytes(UTF_8);
  }

  private static byte[] spliced(byte[] bytes, int at, int without, byte[] with) {
    var out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    out.writeBytes(with);
    int rest = Math.min(bytes.length, at + without);
    out.write(bytes, rest, bytes.length - rest);
    return out.toByteArray();
  }
}
