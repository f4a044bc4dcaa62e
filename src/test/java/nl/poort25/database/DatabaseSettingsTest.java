package nl.poort25.database;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {
  private static void check(Map<String, String> settings) {
    DatabaseSettings.check(key -> Optional.ofNullable(settings.get(key)));
  }

  @Test
  void takesWhatIsNotSet() {
    assertDoesNotThrow(() -> check(Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "poort25.db.lock.seconds",
        "poort25.db.statement.seconds",
        "poort25.db.pool.seconds"
      })
  void refusesWhatTheContainerWouldGoOnWithout(String key) {
    var fault = assertThrows(IllegalStateException.class, () -> check(Map.of(key, "5s")));
    assertTrue(fault.getMessage().startsWith(key + " must be a whole number"));
    assertDoesNotThrow(() -> check(Map.of(key, "7")));
  }

  @Test
  void refusesWhatIsWrongOfTheOthersToo() {
    var fault =
        assertThrows(IllegalStateException.class, () -> check(Map.of("poort25.demo", "maybe")));
    assertTrue(fault.getMessage().startsWith("poort25.demo must be "));
  }

  @Test
  void findsNamesThatAreNoSetting() {
    assertEquals(
        Set.of("POORT25_EXEMPTION_SERVER", "poort25.term.days"),
        DatabaseSettings.unknown(
            Stream.of(
                "poort25.term.days",
                "poort25.term.working.days",
                "POORT25_EXEMPTION_SERVER",
                "POORT25_DB_URL",
                "poort25.db.pool.seconds",
                "java.home")));
  }
}
