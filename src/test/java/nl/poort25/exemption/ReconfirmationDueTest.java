package nl.poort25.exemption;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconfirmationDueTest {
  private static final Instant END = Instant.parse("2027-11-24T12:00:00Z");

  @ParameterizedTest(name = "{0} days before, {1} reminders sent: {2}")
  @CsvSource({
    "31, 0, NOT_YET",
    "30, 0, REMIND",
    "30, 1, NOT_YET",
    "8, 1, NOT_YET",
    "7, 1, REMIND",
    "7, 2, NOT_YET",
    "1, 2, NOT_YET",
    "0, 2, MISSED",
    "-3, 2, MISSED",
    "-3, 0, MISSED",
    "-3, 3, NOT_YET"
  })
  void remindsTwiceAndThenTellsOnceThatItWasMissed(
      int days, int reminders, ReconfirmationDue expected) {
    assertEquals(expected, ReconfirmationDue.due(END, reminders, END.minus(Duration.ofDays(days))));
  }
}
