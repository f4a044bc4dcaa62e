package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SafeParsingTest {
  private enum Fault {
    BAD
  }

  @Test
  void whatWasReadComesBack() {
    assertEquals("read", SafeParsing.one(() -> "read", () -> "unreadable"));
  }

  @Test
  void whatTheReaderSaysIsKept() {
    assertThrows(
        MalformedInput.class,
        () ->
            SafeParsing.one(
                () -> {
                  throw new MalformedInput("", Fault.BAD, "", "");
                },
                () -> "unreadable"));
  }

  @Test
  void whatItDoesNotForeseeIsTheFaultOfWhatWasRead() {
    assertEquals(
        "unreadable",
        SafeParsing.one(
            () -> {
              throw new UnsupportedOperationException("1101 digits");
            },
            () -> "unreadable"));
    assertEquals("unreadable", SafeParsing.one(() -> deep(0), () -> "unreadable"));
  }

  @Test
  void whatIsNoFaultOfAnyReaderGoesOn() {
    assertThrows(
        OutOfMemoryError.class,
        () ->
            SafeParsing.one(
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
