package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final String PORTAL = "https://poort25.example";

  @Test
  void takesWhatThePortalsOwnPagesSend() {
    assertTrue(Admission.sentByUs("same-origin", PORTAL, PORTAL));
    assertTrue(Admission.sentByUs("same-origin", null, PORTAL));
  }

  @Test
  void refusesWhatTheBrowserSaysComesFromElsewhere() {
    for (String site : new String[] {"cross-site", "same-site", "none", ""}) {
      assertFalse(Admission.sentByUs(site, PORTAL, PORTAL), site);
    }
  }

  @Test
  void looksAtTheOriginWhereTheBrowserSaysNothing() {
    assertTrue(Admission.sentByUs(null, PORTAL, PORTAL));
    assertFalse(Admission.sentByUs(null, "https://evil.example", PORTAL));
    assertFalse(Admission.sentByUs(null, "null", PORTAL));
    assertFalse(Admission.sentByUs(null, null, PORTAL));
  }

  @Test
  void findsTheCharacterThatNoDatabaseTakes() {
    assertTrue(Admission.hasNul("q=a%00b"));
    assertFalse(Admission.hasNul("q=a%2500b"));
    assertFalse(Admission.hasNul(null));
  }
}
