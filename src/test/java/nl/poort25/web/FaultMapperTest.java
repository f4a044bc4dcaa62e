package nl.poort25.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;

class FaultMapperTest {
  private static void assertLine(int status, Response answer) {
    assertEquals(status, answer.getStatus());
    assertTrue(answer.getMediaType().isCompatible(MediaType.TEXT_PLAIN_TYPE));
    String text = new String((byte[]) answer.getEntity(), US_ASCII);
    assertTrue(text.endsWith("\n") && text.lines().count() == 1, text);
  }

  @Test
  void whoReadsAPageIsToldOfAnother() {
    var answer = FaultMapper.toResponse(new OptimisticLockException(), true);
    assertEquals(409, answer.getStatus());
    assertTrue(answer.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE));
  }

  @Test
  void aProgramAsksAgainAndTakesItForNothingElse() {
    var answer = FaultMapper.toResponse(new OptimisticLockException(), false);
    assertLine(503, answer);
    assertEquals(ErrorPages.SECONDS_TO_WAIT, answer.getHeaderString("Retry-After"));
    assertLine(503, FaultMapper.toResponse(new Busy("a test"), false));
  }

  @Test
  void aProgramIsToldOfAFaultInALine() {
    assertLine(500, FaultMapper.toResponse(new IllegalStateException("of a test"), false));
  }
}
