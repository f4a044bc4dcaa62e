package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
  @ParameterizedTest
  @CsvSource({
    "rapport.pdf, rapport.pdf",
    "'Één café.txt', 'Één café.txt'",
    "../../etc/passwd, passwd",
    "'C:\\Users\\x\\log.txt', log.txt",
    "'a\"b<c>|d?.png', a_b_c__d_.png",
    "' .verborgen. ', verborgen",
    "'...', ''",
    "'', ''"
  })
  void keepsOnlyWhatEveryFileSystemTakes(String sent, String clean) {
    assertEquals(clean, FileName.clean(sent));
  }

  @Test
  void dropsWhatOnlyDeceives() {
    assertEquals("factuurfdp.txt", FileName.clean("factuur\u202efdp.txt"));
    assertEquals("ab.txt", FileName.clean("a\r\n\u0000\u2028b.txt"));
    assertEquals("", FileName.clean(null));
  }

  @Test
  void keepsTheEndingOfALongName() {
    String clean = FileName.clean("😀".repeat(200) + ".jpeg");
    assertTrue(clean.length() <= 100 && clean.endsWith("😀.jpeg"), clean);
    assertEquals(100, FileName.clean("x".repeat(500)).length());
  }

  @Test
  void aHeaderHoldsNothingButTheName() {
    assertEquals(
        "attachment; filename=\"rapport 1.pdf\"; filename*=UTF-8''rapport%201.pdf",
        FileName.disposition("rapport 1.pdf"));
    assertEquals(
        "attachment; filename=\"caf__ _ _.txt\"; filename*=UTF-8''caf%C3%A9_%20%E2%9C%93%20_.txt",
        FileName.disposition("caf\u00e9\" ✓ '.txt".replace("'", "<")));
    assertTrue(FileName.disposition("a\"; x=\"b\r\nSet-Cookie: y").matches("[\\x20-\\x7e]+"));
  }
}
