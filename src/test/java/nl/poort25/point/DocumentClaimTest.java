package nl.poort25.point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The numbers of documents go on above what a point has taken, whatever this database remembers.
 */
class DocumentClaimTest {
  private final Point point =
      new Point(
          "edge", PointKind.NFTABLES, false, List.of(), Instant.parse("2026-11-28T10:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    "0-enforce,1", // it has none yet
    "1-observe,1", // ours, and says the same
    "1-enforce,2", // of another history: ours must be newer
    "7-observe,8",
    "7-enforce,8",
    "1000001-observe,1000002"
  })
  void oursIsNewerUnlessItIsTheSame(String text, long count) {
    point.recordDocument(DocumentClaim.parse(text).orElseThrow());
    assertEquals(count, point.getNumbers().getDocumentCount());
  }

  /** Who has the token may not use up the numbers. */
  @Test
  void oneFarBeyondIsRefused() {
    var far = DocumentClaim.parse("1000002-observe").orElseThrow();
    assertThrows(IllegalArgumentException.class, () -> point.recordDocument(far));
    assertEquals(1, point.getNumbers().getDocumentCount());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "1",
        "enforce",
        "-1-enforce",
        "1-flush",
        "1-enforce ",
        "1234567890123456-enforce"
      })
  void anythingElseIsOfAnAgentThatDoesNotSay(String text) {
    assertTrue(DocumentClaim.parse(text).isEmpty());
  }
}
