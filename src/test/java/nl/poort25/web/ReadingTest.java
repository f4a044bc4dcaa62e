package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ReadingTest {
  private enum Fault {
    BAD
  }

  @Test
  void whatWasReadComesBack() {
    assertEquals("read", Reading.one(() -> "read", () -> "unreadable"));
  }

  @Test
  void whatTheReaderSaysIsKept() {
    assertThrows(
        Malformed.class,
        () ->
            Reading.one(
                () -> {
                  throw new Malformed("", Fault.BAD, "", "");
                },
                () -> "unreadable"));
  }

  @Test
  void whatItDoesNotForeseeIsTheFaultOfWhatWasRead() {
    assertEquals(
        "unreadable",
        Reading.one(
            () -> {
              throw new UnsupportedOperationException("1101 digits");
            },
            () -> "unreadable"));
    assertEquals("unreadable", Reading.one(() -> deep(0), () -> "unreadable"));
  }

  @Test
  void whatIsNoFaultOfAnyReaderGoesOn() {
    assertThrows(
        OutOfMemoryError.class,
        () ->
            Reading.one(
                () -> {
                  throw new OutOfMemoryError("a stand-in");
                },
                () -> "unreadable"));
  }

  @SuppressWarnings("InfiniteRecursion") // that is what it is for
  private static String deep(int level) {
    return deep(level + 1) + level;
  }
}
