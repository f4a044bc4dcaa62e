package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RequestValidationTest {
  private static final String PORTAL = "https://poort25.example";

  @Test
  void takesWhatThePortalsOwnPagesSend() {
    assertTrue(RequestValidation.isSentByUs("same-origin", PORTAL, PORTAL));
    assertTrue(RequestValidation.isSentByUs("same-origin", null, PORTAL));
  }

  @Test
  void refusesWhatTheBrowserSaysComesFromElsewhere() {
    for (String site : new String[] {"cross-site", "same-site", "none", ""}) {
      assertFalse(RequestValidation.isSentByUs(site, PORTAL, PORTAL), site);
    }
  }

  @Test
  void looksAtTheOriginWhereTheBrowserSaysNothing() {
    assertTrue(RequestValidation.isSentByUs(null, PORTAL, PORTAL));
    assertFalse(RequestValidation.isSentByUs(null, "https://evil.example", PORTAL));
    assertFalse(RequestValidation.isSentByUs(null, "null", PORTAL));
    assertFalse(RequestValidation.isSentByUs(null, null, PORTAL));
  }

  @Test
  void findsTheCharacterThatNoDatabaseTakes() {
    assertTrue(RequestValidation.hasNul("q=a%00b"));
    assertFalse(RequestValidation.hasNul("q=a%2500b"));
    assertFalse(RequestValidation.hasNul(null));
  }
}
