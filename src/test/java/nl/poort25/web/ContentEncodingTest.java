package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContentEncodingTest {
  @Test
  void readsAllLinesTogether() {
    assertEquals(ContentEncoding.NONE, ContentEncoding.of(List.of()));
    assertEquals(ContentEncoding.NONE, ContentEncoding.of(List.of("", "identity")));
    assertEquals(ContentEncoding.GZIP, ContentEncoding.of(List.of("gzip")));
    assertEquals(ContentEncoding.GZIP, ContentEncoding.of(List.of(" X-GZip ")));
    assertEquals(ContentEncoding.GZIP, ContentEncoding.of(List.of("identity", "gzip")));
    assertEquals(ContentEncoding.OTHER, ContentEncoding.of(List.of("gzip", "gzip")));
    assertEquals(ContentEncoding.OTHER, ContentEncoding.of(List.of("gzip, br")));
    assertEquals(ContentEncoding.OTHER, ContentEncoding.of(List.of("deflate")));
    assertEquals(ContentEncoding.OTHER, ContentEncoding.of(List.of("gzip;q=1")));
  }

  @Test
  void packsForWhoeverTakesGzip() {
    assertTrue(GzipResponse.isTaken(List.of("gzip")));
    assertTrue(GzipResponse.isTaken(List.of("br", "deflate, GZIP ; q=0.1")));
    assertTrue(GzipResponse.isTaken(List.of("*")));
    assertTrue(GzipResponse.isTaken(List.of("identity;q=0.5, *;q=0.1")));
  }

  @Test
  void packsForNobodyElse() {
    assertFalse(GzipResponse.isTaken(List.of()));
    assertFalse(GzipResponse.isTaken(List.of("")));
    assertFalse(GzipResponse.isTaken(List.of("br, deflate")));
    assertFalse(GzipResponse.isTaken(List.of("gzip;q=0, *")));
    assertFalse(GzipResponse.isTaken(List.of("*;q=0.00")));
  }
}
