package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GateTest {
  private static final String PORTAL = "https://poort25.example";

  @Test
  void takesWhatThePortalsOwnPagesSend() {
    assertTrue(Gate.sentByUs("same-origin", PORTAL, PORTAL));
    assertTrue(Gate.sentByUs("same-origin", null, PORTAL));
  }

  @Test
  void refusesWhatTheBrowserSaysComesFromElsewhere() {
    for (String site : new String[] {"cross-site", "same-site", "none", ""}) {
      assertFalse(Gate.sentByUs(site, PORTAL, PORTAL), site);
    }
  }

  @Test
  void looksAtTheOriginWhereTheBrowserSaysNothing() {
    assertTrue(Gate.sentByUs(null, PORTAL, PORTAL));
    assertFalse(Gate.sentByUs(null, "https://evil.example", PORTAL));
    assertFalse(Gate.sentByUs(null, "null", PORTAL));
    assertFalse(Gate.sentByUs(null, null, PORTAL));
  }

  @Test
  void findsTheCharacterThatNoDatabaseTakes() {
    assertTrue(Gate.hasNul("q=a%00b"));
    assertFalse(Gate.hasNul("q=a%2500b"));
    assertFalse(Gate.hasNul(null));
  }
}
