package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BufferedBodyTest {
  private static byte[] some(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static void assertKept(int length) throws IOException {
    byte[] bytes = some(length);
    try (var body = new BufferedBody()) {
      for (int at = 0; at < length; at += 777) {
        int count = Math.min(777, length - at);
        body.add(java.util.Arrays.copyOfRange(bytes, at, at + 777), count);
      }
      assertEquals(length, body.length());
      try (var in = body.open()) {
        assertArrayEquals(bytes, in.readAllBytes());
      }
    }
  }

  @Test
  void keepsWhatCameWhereverItIs() throws IOException {
    for (int length :
        new int[] {0, 1, BufferedBody.IN_MEMORY, BufferedBody.IN_MEMORY + 1, 300_000}) {
      assertKept(length);
    }
  }

  @Test
  void leavesNoFileNotEvenWhileItIsThere() throws IOException {
    long before = files();
    try (var body = new BufferedBody()) {
      body.add(some(BufferedBody.IN_MEMORY + 1), BufferedBody.IN_MEMORY + 1);
      assertEquals(before, files());
    }
  }

  private static long files() throws IOException {
    try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(file -> file.toString().endsWith(".body")).count();
    }
  }

  @Test
  void takesNothingMoreOnceItIsClosed() throws IOException {
    var body = new BufferedBody();
    body.add(some(10), 10);
    body.close();
    assertThrows(IOException.class, () -> body.add(some(10), 10));
  }
}
