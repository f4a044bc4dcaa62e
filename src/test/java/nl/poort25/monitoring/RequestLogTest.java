package nl.poort25.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLogTest {
  @Test
  void theIdOfTheProxyIsKept() {
    assertEquals("7F000001:C2D4.01:0050", RequestLog.id("7F000001:C2D4.01:0050"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\nb", "<script>", "é"})
  void whatIsNoneIsReplaced(String given) {
    assertTrue(RequestLog.id(given).matches("[a-z0-9]+"), given);
    assertNotEquals(RequestLog.id(given), RequestLog.id(given));
  }

  @Test
  void onePastItsLengthIsReplaced() {
    assertEquals("a".repeat(64), RequestLog.id("a".repeat(64)));
    assertNotEquals("a".repeat(65), RequestLog.id("a".repeat(65)));
    assertTrue(RequestLog.id(null).matches("[a-z0-9]+"));
  }
}
