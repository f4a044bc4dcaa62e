package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CodingTest {
  @Test
  void readsAllLinesTogether() {
    assertEquals(Coding.NONE, Coding.of(List.of()));
    assertEquals(Coding.NONE, Coding.of(List.of("", "identity")));
    assertEquals(Coding.GZIP, Coding.of(List.of("gzip")));
    assertEquals(Coding.GZIP, Coding.of(List.of(" X-GZip ")));
    assertEquals(Coding.GZIP, Coding.of(List.of("identity", "gzip")));
    assertEquals(Coding.OTHER, Coding.of(List.of("gzip", "gzip")));
    assertEquals(Coding.OTHER, Coding.of(List.of("gzip, br")));
    assertEquals(Coding.OTHER, Coding.of(List.of("deflate")));
    assertEquals(Coding.OTHER, Coding.of(List.of("gzip;q=1")));
  }

  @Test
  void packsForWhoeverTakesGzip() {
    assertTrue(Packed.isTaken(List.of("gzip")));
    assertTrue(Packed.isTaken(List.of("br", "deflate, GZIP ; q=0.1")));
    assertTrue(Packed.isTaken(List.of("*")));
    assertTrue(Packed.isTaken(List.of("identity;q=0.5, *;q=0.1")));
  }

  @Test
  void packsForNobodyElse() {
    assertFalse(Packed.isTaken(List.of()));
    assertFalse(Packed.isTaken(List.of("")));
    assertFalse(Packed.isTaken(List.of("br, deflate")));
    assertFalse(Packed.isTaken(List.of("gzip;q=0, *")));
    assertFalse(Packed.isTaken(List.of("*;q=0.00")));
  }
}
