package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShortenedTest {
  @Test
  void shortensBetweenCharacters() {
    assertEquals("abcd", Shortened.to(4, "abcd"));
    assertEquals("abc…", Shortened.to(4, "abcde"));
    // the emoji is two chars, of which the cut would keep one
    assertEquals("ab…", Shortened.to(4, "ab\ud83d\ude00de"));
  }
}
