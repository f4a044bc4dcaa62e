package nl.poort25.abuse;

import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are, reading them ends soon, in reports and in refusals that say why. */
class ReportFuzzTest {
  private static final int INPUTS = Trials.of(30_000);
  private static final List<String> PIECES =
      List.of(
          "\n",
          "\r\n\r\n",
          "--part-1",
          "--part-1--",
          "From ",
          "\nFrom x\n",
          ":",
          ";",
          "=",
          "\"",
          "(",
          "[",
          "]",
          "{",
          "}",
          ",",
          "\\",
          "\\u0000",
          "\0",
          "\u00ff",
          "Content-Type: message/rfc822\n\n",
          "Content-Transfer-Encoding: base64\n",
          "Content-Transfer-Encoding: quoted-printable\n",
          "boundary=\"\"",
          "boundary=part-1",
          "1e999999999",
          "-1",
          "4294967296",
          "IPv6:",
          "::ffff:1.2.3.4",
          "%eth0",
          "1.2.3",
          "0x7f.1",
          "99 Feb 9999 25:61:61 +9999",
          "Source-IP: 1",
          "Received: ;",
          "\ud83d\ude00",
          "\u202e");

  @Test
  void nothingElseIsEverThrown() {
    var random = new Random(25);
    var seeds =
        List.of(
            Samples.bytes(Samples.arf()),
            Samples.bytes(Samples.arf(Samples.FIELDS, "text/rfc822-headers", Samples.HEADERS)),
            Samples.bytes(Samples.xarf()),
            Samples.bytes("From x\n" + Samples.arf() + "\nFrom y\n" + Samples.arf()));
    int read = 0;
    int refused = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] input = mutated(seeds.get(i % seeds.size()), random);
      var messages =
          assertTimeout(
              Duration.ofSeconds(2), () -> ReportUpload.read(input, Samples.LIMITS).messages());
      for (var message : messages) {
        read += message.report() == null ? 0 : 1;
        refused += message.report() == null ? 1 : 0;
      }
    }
    assertTrue(
        read > INPUTS / 20 && refused > INPUTS / 20, read + " read, " + refused + " refused");
  }

  private static byte[] mutated(byte[] seed, Random random) {
    byte[] bytes = seed.clone();
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes = spliced(bytes, at, 0, piece(random));
        case 2 -> bytes = spliced(bytes, at, random.nextInt(40), new byte[0]);
        case 3 -> bytes = spliced(bytes, at, random.nextInt(10), piece(random));
        default -> bytes = spliced(bytes, random.nextInt(bytes.length), 0, part(bytes, at, random));
      }
      if (bytes.length == 0) {
        return seed.clone();
      }
    }
    return bytes;
  }

  private static byte[] piece(Random random) {
    return PIECES
        .get(random.nextInt(PIECES.size()))
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static byte[] part(byte[] bytes, int from, Random random) {
    int to = Math.min(bytes.length, from + random.nextInt(200));
    return java.util.Arrays.copyOfRange(bytes, from, to);
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
