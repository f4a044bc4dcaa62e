package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.poort25.web.FormErrors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameRuleTest {
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

  private static String checked(String typed) {
    var errors = new FormErrors();
    String name = NameRule.check(errors, "name", typed);
    assertEquals(name == null, !errors.isEmpty());
    assertTrue(errors.isEmpty() || errors.of("name") != null);
    return name;
  }
}
