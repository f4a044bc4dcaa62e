package nl.poort25.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
  @ParameterizedTest
  @CsvSource({
    "NONE, UNCHECKED, false, NO_SERVICE",
    "NONE, WRONG, false, NO_SERVICE",
    "NONE, UNKNOWN, true, NO_SERVICE",
    "NONE, CORRECT, true, BOUNCES",
    "ORDERED, UNCHECKED, false, ORDERED",
    "ORDERED, WRONG, true, ORDERED",
    "ORDERED, CORRECT, true, BOUNCES",
    "ACTIVE, UNCHECKED, false, MX_UNCHECKED",
    "ACTIVE, UNKNOWN, true, MX_UNKNOWN",
    "ACTIVE, WRONG, true, MX_WRONG",
    "ACTIVE, CORRECT, false, NO_PROOF",
    "ACTIVE, CORRECT, true, IN_ORDER"
  })
  void followsFromMailServiceMxAndProof(
      MailState mail, MxState mx, boolean proven, Standing standing) {
    assertEquals(standing, Standing.of(mail, mx, proven));
  }

  @Test
  void asksTheAttentionOfThePartnerOnlyWhereHeCanDoSomething() {
    assertTrue(Standing.BOUNCES.asksAttention());
    assertTrue(Standing.NO_SERVICE.asksAttention());
    assertFalse(Standing.ORDERED.asksAttention());
    assertFalse(Standing.IN_ORDER.asksAttention());
    assertFalse(Standing.WITHDRAWN.asksAttention());
  }
}
