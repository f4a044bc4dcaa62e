package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondFactorTest {
  @ParameterizedTest
  @CsvSource({
    "false, false, false, NONE",
    "false, false, true, NONE",
    "false, true, false, ENROLMENT",
    "false, true, true, NONE",
    "true, false, false, CODE",
    "true, false, true, CODE",
    "true, true, false, CODE",
    "true, true, true, CODE"
  })
  void isAskedOfWhoHasItAndRequiredOfStaffOutsideTheDemo(
      boolean has, boolean staff, boolean demo, SecondFactor expected) {
    assertEquals(expected, SecondFactor.after(has, staff, demo));
  }
}
