package nl.poort25.point;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortalUrlCheckTest {
  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8080, LOOPBACK",
    "https://127.9.9.9, LOOPBACK",
    "http://localhost:8080, LOOPBACK",
    "https://portal.localhost, LOOPBACK",
    "http://[::1]:8080, LOOPBACK",
    "http://0.0.0.0:8080, LOOPBACK",
    "http://portal.example, PLAIN",
    "http://192.0.2.25:8080, PLAIN",
    "https://portal.example, GOOD",
    "https://[2001:db8::25], GOOD",
  })
  void theSettingsSayWhetherAPointGetsThere(String url, PortalUrlCheck route) {
    assertEquals(route, PortalUrlCheck.of(url));
  }
}
