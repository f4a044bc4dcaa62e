package nl.poort25.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import nl.poort25.web.Multipart.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {
  private static final String TYPE = "multipart/form-data; boundary=----b25";
  private static final int LONGEST_TEXTS = 1000;
  private static final String NAMED = "Content-Disposition: form-data; name=";

  private static String part(String disposition, String content) {
    return "------b25\r\n" + NAMED + disposition + "\r\n\r\n" + content + "\r\n";
  }

  private static Upload read(String body) throws Unreadable {
    return Multipart.read(TYPE, body.getBytes(UTF_8), LONGEST_TEXTS);
  }

  @Test
  void readsTextsAndFilesInUtf8() throws Exception {
    var upload =
        read(
            part("\"text\"", "Één\r\nregel")
                + part("\"article\"", "A4_5")
                + part("\"article\"", "A4_7")
                + part("\"empty\"", "")
                + part(
                    "\"files\"; filename=\"bewijs ✓ %22a%22.txt\"\r\nContent-Type: text/plain",
                    "\r\n--niet de grens\r\n")
                + "------b25--\r\n");
    assertEquals("Één\r\nregel", upload.text("text"));
    assertEquals(List.of("A4_5", "A4_7"), upload.texts("article"));
    assertEquals("", upload.text("empty"));
    assertNull(upload.text("files"));
    var file = upload.files("files").get(0);
    assertEquals("bewijs ✓ \"a\".txt", file.name());
    assertArrayEquals("\r\n--niet de grens\r\n".getBytes(UTF_8), file.bytes());
    assertEquals(List.of(), upload.files("other"));
  }

  @Test
  void aFileFieldThatWasLeftEmptyHasNoFile() throws Exception {
    var left = part("\"files\"; filename=\"\"\r\nContent-Type: application/octet-stream", "");
    assertEquals(List.of(), read(left + "------b25--").files());
    var empty = part("\"files\"; filename=\"leeg.txt\"", "");
    assertEquals(0, read(empty + "------b25--\r\n").files("files").get(0).bytes().length);
  }

  @Test
  void keepsEveryByteOfAFile() throws Exception {
    byte[] bytes = new byte[100_000];
    new Random(25).nextBytes(bytes);
    String body = part("\"f\"; filename=\"x\"", new String(bytes, ISO_8859_1)) + "------b25--";
    var upload = Multipart.read(TYPE, body.getBytes(ISO_8859_1), LONGEST_TEXTS);
    assertArrayEquals(bytes, upload.files("f").get(0).bytes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "------b25",
        "------b25\r\n",
        "------b25\r\n\r\ntext\r\n------b25--",
        "------b25\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end",
        "------b25\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n------b25",
        "------b25\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n------b25xx",
        "------b25\r\nContent-Disposition: form-data\r\n\r\nx\r\n------b25--",
        "------b25\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n------b25--",
        "preamble\r\n------b25\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n------b25--"
      })
  void refusesWhatNoBrowserSends(String body) {
    assertThrows(Unreadable.class, () -> read(body));
  }

  @Test
  void hasBoundsForPartsHeadersAndTexts() throws Exception {
    String one = part("\"a\"", "");
    assertEquals(
        Multipart.MOST_PARTS,
        read(one.repeat(Multipart.MOST_PARTS) + "------b25--").texts("a").size());
    assertThrows(
        Unreadable.class, () -> read(one.repeat(Multipart.MOST_PARTS + 1) + "------b25--"));
    String name = "n".repeat(Multipart.LONGEST_HEADERS);
    assertThrows(Unreadable.class, () -> read(part("\"" + name + "\"", "") + "------b25--"));
    String most = "x".repeat(LONGEST_TEXTS);
    assertEquals(most, read(part("\"a\"", most) + "------b25--").text("a"));
    assertThrows(Unreadable.class, () -> read(part("\"a\"", most + "x") + "------b25--"));
  }

  @Test
  void survivesAnythingThatIsCutOffOrChanged() {
    byte[] whole =
        (part("\"a\"", "text") + part("\"f\"; filename=\"x.txt\"", "file") + "------b25--\r\n")
            .getBytes(UTF_8);
    var random = new Random(25);
    for (int i = 0; i < 20_000; i++) {
      byte[] changed = java.util.Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      try {
        Multipart.read(TYPE, changed, LONGEST_TEXTS);
      } catch (Unreadable e) {
        assertFalse(e.getMessage().isEmpty());
      }
    }
  }

  @Test
  void knowsTheTypeThatBrowsersSend() {
    assertTrue(Multipart.isMultipart("multipart/form-data; boundary=----WebKitFormBoundaryx7"));
    assertTrue(Multipart.isMultipart("multipart/form-data; boundary=\"a b?c\""));
    for (String type :
        new String[] {
          null,
          "multipart/form-data",
          "multipart/mixed; boundary=x",
          "text/plain",
          "multipart/form-data; boundary=",
          "multipart/form-data; boundary=x; charset=utf-16",
          "multipart/form-data; boundary=" + "x".repeat(71)
        }) {
      assertFalse(Multipart.isMultipart(type), type);
    }
  }
}
