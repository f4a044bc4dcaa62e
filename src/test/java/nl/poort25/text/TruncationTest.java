package nl.poort25.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TruncationTest {
  @Test
  void shortensBetweenCharacters() {
    assertEquals("abcd", Truncation.to(4, "abcd"));
    assertEquals("abc…", Truncation.to(4, "abcde"));
    // the emoji is two chars, of which the cut would keep one
    assertEquals("ab…", Truncation.to(4, "ab\ud83d\ude00de"));
  }
}
