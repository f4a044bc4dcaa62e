package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a path is for, however it is written. */
class GateTest {
  @ParameterizedTest
  @CsvSource({
    "/enforcement, true",
    "/enforcement/, true",
    "//enforcement/state, true",
    "/./enforcement/state, true",
    "/Enforcement/state, true",
    "/enforcement;x=1/state, true",
    "/;x/ enforcement /state, true",
    "/enforcements, false",
    "/backoffice/enforcement, false",
    "/backoffice;/enforcement, false",
    "/, false",
    "'', false",
    "/;, false",
  })
  void isForPointsByItsFirstSegment(String path, boolean points) {
    assertEquals(points, Gate.isForPoints(path));
  }

  @ParameterizedTest
  @CsvSource({
    "/health/ready, true",
    "//HEALTH;jsessionid=1/live, true",
    "/metrics, true",
    "/domains, false",
    "/domains/health, false",
  })
  void isForMachinesByItsFirstSegment(String path, boolean machines) {
    assertEquals(machines, Gate.isForMachines(path));
  }
}
