package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final String PORTAL = "https://poort25.example";

  @Test
  void takesWhatThePortalsOwnPagesSend() {
    assertTrue(Admission.isSentByUs("same-origin", PORTAL, PORTAL));
    assertTrue(Admission.isSentByUs("same-origin", null, PORTAL));
  }

  @Test
  void refusesWhatTheBrowserSaysComesFromElsewhere() {
    for (String site : new String[] {"cross-site", "same-site", "none", ""}) {
      assertFalse(Admission.isSentByUs(site, PORTAL, PORTAL), site);
    }
  }

  @Test
  void looksAtTheOriginWhereTheBrowserSaysNothing() {
    assertTrue(Admission.isSentByUs(null, PORTAL, PORTAL));
    assertFalse(Admission.isSentByUs(null, "https://evil.example", PORTAL));
    assertFalse(Admission.isSentByUs(null, "null", PORTAL));
    assertFalse(Admission.isSentByUs(null, null, PORTAL));
  }

  @Test
  void findsTheCharacterThatNoDatabaseTakes() {
    assertTrue(Admission.hasNul("q=a%00b"));
    assertFalse(Admission.hasNul("q=a%2500b"));
    assertFalse(Admission.hasNul(null));
  }
}
