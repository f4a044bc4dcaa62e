package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.poort25.web.FormErrors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameFieldTest {
  @ParameterizedTest
  @ValueSource(strings = {"Brug & Sluis", "D’Hondt-Özdemir", "Van 't Hoff", "株式会社", "Nr. 7 <b>"})
  void takesNamesAsTheyAre(String name) {
    assertEquals(name, checked(name));
  }

  @Test
  void putsSpacesInOrder() {
    assertEquals("Jan de Wit", checked("  Jan\t\tde\r\n Wit "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "\u00a0", "a\u0000b", "a\u202eb", "a\u200bb", "\ufffd", "\ud800"})
  void refusesWhatCannotBeSeen(String name) {
    assertNull(checked(name));
  }

  @Test
  void refusesALongName() {
    assertEquals(100, checked("x".repeat(100)).length());
    assertNull(checked("x".repeat(101)));
    assertNull(checked("x".repeat(1_000_000)));
    assertNull(checked(null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "J.P. de Vries",
        "O'Neill",
        "Müller-Lüdenscheidt B.V.",
        "Th. A. M. van 't Hoff",
        "St. Jan",
        "N.V. Nuon",
        "Bakker & Zn.",
        "Nr. 7",
        "A/S Maersk",
        "Jan (ICT), 2e",
        "株式会社",
        "v. 2.0"
      })
  void takesRealNamesIntoMails(String name) {
    assertEquals(name, forMail(name, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jan, zie evil.example", "http://evil", "hxxp://x", "HTTPS:evil", "www evil", "x WWW.evil",
        "evil.com/betaal", "a@b", "mailto:jan", "192.0.2.1", "evil\uff0ecom", "evil\u3002com",
        "münchen.de", "xn--mnchen-3ya.de", "x.co", "//evil", "javascript:alert(1)", "evil.xn--p1ai"
      })
  void refusesInMailsWhatBecomesALink(String name) {
    assertNull(forMail(name, null));
    // a name of before stays
    assertEquals(name, forMail(name, name));
    assertNull(forMail(name, "Jan"));
  }

  private static String forMail(String typed, String now) {
    var errors = new FormErrors();
    String name = NameField.checkForMail(errors, "name", typed, now);
    assertEquals(name == null, !errors.isEmpty());
    return name;
  }

  private static String checked(String typed) {
    var errors = new FormErrors();
    String name = NameField.check(errors, "name", typed);
    assertEquals(name == null, !errors.isEmpty());
    assertTrue(errors.isEmpty() || errors.of("name") != null);
    return name;
  }
}
