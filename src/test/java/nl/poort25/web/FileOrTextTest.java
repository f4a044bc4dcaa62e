package nl.poort25.web;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileOrTextTest {
  private static final int LARGEST = 500_000;
  private static final String TEXT = "Één;regel\r\n";

  private final FormErrors errors = new FormErrors();

  private FileOrText read(String text, byte[]... files) {
    var sent =
        java.util.Arrays.stream(files)
            .map(bytes -> new Upload.SentFile("file", "lijst.csv", bytes))
            .toList();
    Map<String, List<String>> fields = text == null ? Map.of() : Map.of("area", List.of(text));
    return FileOrText.read(new Upload(fields, sent), "area", LARGEST, 500, errors);
  }

  private String decoded(byte[] bytes) {
    return read(null, bytes).text(errors);
  }

  private String error(String field) {
    return errors.of(field).key();
  }

  @Test
  void takesWhatWasPasted() {
    var sent = read(TEXT);
    assertTrue(errors.isEmpty());
    assertEquals("area", sent.field());
    assertEquals(TEXT, sent.text(errors));
    assertArrayEquals(TEXT.getBytes(UTF_8), sent.bytes());
    assertEquals(TEXT, sent.pasted());
  }

  @Test
  void takesAFileWithOrWithoutAByteOrderMark() {
    assertEquals(TEXT, decoded(TEXT.getBytes(UTF_8)));
    assertEquals(TEXT, decoded(("\ufeff" + TEXT).getBytes(UTF_8)));
    assertEquals(TEXT, read("  ", TEXT.getBytes(UTF_8)).text(errors));
    assertTrue(errors.isEmpty());
  }

  @Test
  void keepsTheBytesOfAFileAsTheyAre() {
    byte[] bytes = {0, (byte) 0xff, 13, 10};
    assertArrayEquals(bytes, read(null, bytes).bytes());
    assertTrue(errors.isEmpty());
  }

  @Test
  void saysWhichOfTwoToClear() {
    var sent = read(TEXT, TEXT.getBytes(UTF_8));
    assertEquals("web.upload.both", error("area"));
    assertEquals(TEXT, sent.pasted(), "what was typed is kept");
  }

  @Test
  void asksForOneOfThem() {
    read(" \n");
    assertEquals("web.upload.none", error("file"));
  }

  @Test
  void boundsBoth() {
    read("x".repeat(256 * 1024));
    assertTrue(errors.isEmpty());
    assertNull(read("x".repeat(256 * 1024 + 1)).pasted(), "it is to come as a file now");
    assertEquals("web.upload.long", error("area"));
  }

  @Test
  void boundsAFile() {
    read(null, new byte[LARGEST]);
    assertTrue(errors.isEmpty());
    read(null, new byte[LARGEST + 1]);
    assertEquals("web.upload.large", error("file"));
  }

  @Test
  void refusesAnEmptyFile() {
    read(null, new byte[0]);
    assertEquals("web.upload.empty", error("file"));
  }

  /** As spreadsheets save text here. */
  @Test
  void takesTheEncodingsOfWindows() {
    String text = "Caf\u00e9 \u2019t Hoekje \u2013 \u20ac 5";
    assertEquals(text, decoded(text.getBytes(Charset.forName("windows-1252"))));
    assertEquals(text, decoded(("\ufeff" + text).getBytes(UTF_16LE)));
    assertEquals(text, decoded(("\ufeff" + text).getBytes(UTF_16BE)));
    assertTrue(errors.isEmpty());
  }

  @Test
  void refusesAnotherEncoding() {
    // of MS-DOS: the letters would come out as punctuation
    assertNull(decoded(new byte[] {'C', 'a', 'f', (byte) 0x82, ' ', (byte) 0x89}));
    assertEquals("web.upload.encoding", error("file"));
    assertNull(decoded(new byte[] {(byte) 0x81, 'x'}));
  }

  @Test
  void refusesPlainLettersInUtf16() {
    assertNull(decoded("plain".getBytes(UTF_16LE)));
    assertEquals("web.upload.encoding", error("file"));
  }

  @Test
  void refusesAZeroThatWasPasted() {
    read("a\0b").text(errors);
    assertEquals("web.form.control", error("area"));
  }
}
