package nl.poort25.ticket;

import static nl.poort25.ticket.CalendarProfile.BUSINESS;
import static nl.poort25.ticket.CalendarProfile.CUSTOM;
import static nl.poort25.ticket.CalendarProfile.STATUTORY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.poort25.setting.Settings;
import nl.poort25.text.LocalizedTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of 4.9, and what it does not show. */
class WorkingDaysTest {
  private static final WorkingDays BUSINESS_DAYS =
      new WorkingDays(BUSINESS, Set.of(), 2, LocalTime.of(17, 0));
  private static final WorkingDays STATUTORY_DAYS =
      new WorkingDays(STATUTORY, Set.of(), 2, LocalTime.of(17, 0));

  private static Instant amsterdam(String local) {
    return LocalDateTime.parse(local).atZone(LocalizedTexts.ZONE).toInstant();
  }

  private static WorkingDays set(Map<String, String> settings) {
    return WorkingDays.of(new Settings(key -> Optional.ofNullable(settings.get(key))));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-26T10:00, 2026-11-30, 2026-11-30",
    "2026-11-27T16:59, 2026-12-01, 2026-12-01",
    "2026-11-28T12:00, 2026-12-01, 2026-12-01",
    "2026-12-24T09:00, 2026-12-29, 2026-12-29",
    "2027-03-25T09:00, 2027-03-30, 2027-03-31",
    "2027-05-04T09:00, 2027-05-07, 2027-05-11",
    "2027-04-26T09:00, 2027-04-29, 2027-04-29"
  })
  void holdsTheTableOfThePolicy(String received, LocalDate business, LocalDate statutory) {
    assertEquals(
        new Deadline(amsterdam(business + "T17:00"), "business"),
        BUSINESS_DAYS.term(amsterdam(received)));
    assertEquals(
        new Deadline(amsterdam(statutory + "T17:00"), "statutory"),
        STATUTORY_DAYS.term(amsterdam(received)));
  }

  @Test
  void theHourAtWhichADayEndsIsASetting() {
    var till = set(Map.of("poort25.term.closing", "18:30"));
    assertEquals(amsterdam("2026-11-30T18:30"), till.term(amsterdam("2026-11-26T10:00")).at());
    assertEquals(LocalTime.of(17, 0), set(Map.of()).closing());
    assertThrows(
        IllegalStateException.class, () -> set(Map.of("poort25.term.closing", "half zes")));
  }

  @Test
  void countsFromTheDayThatItIsInAmsterdam() {
    var received = Instant.parse("2026-11-26T23:30:00Z");
    assertEquals(amsterdam("2026-12-01T17:00"), BUSINESS_DAYS.term(received).at());
    assertEquals(amsterdam("2026-12-01T17:00"), STATUTORY_DAYS.term(received).at());
    var before = Instant.parse("2026-11-26T22:59:59Z");
    assertEquals(amsterdam("2026-11-30T17:00"), BUSINESS_DAYS.term(before).at());
  }

  @Test
  void endsAtFiveOnTheWallAlsoAcrossTheChangeToSummerTimeAndBack() {
    // summer time begins on Sunday 28 March 2027 and ends on Sunday 31 October 2027
    var spring = amsterdam("2027-03-26T17:00");
    assertEquals(Instant.parse("2027-03-31T15:00:00Z"), BUSINESS_DAYS.term(spring).at());
    var early = amsterdam("2026-03-27T17:00");
    assertEquals(Instant.parse("2026-03-31T15:00:00Z"), BUSINESS_DAYS.term(early).at());
    assertEquals(Duration.ofHours(95), Duration.between(early, BUSINESS_DAYS.term(early).at()));
    var autumn = amsterdam("2027-10-29T17:00");
    assertEquals(Instant.parse("2027-11-02T16:00:00Z"), BUSINESS_DAYS.term(autumn).at());
    assertEquals(Duration.ofHours(97), Duration.between(autumn, BUSINESS_DAYS.term(autumn).at()));
  }

  @Test
  void countsTheNightOfTheChangeAsOneDay() {
    // 00:30 UTC on 28 March 2027 is 01:30, 01:30 UTC is 03:30: the same Sunday
    for (String at : new String[] {"2027-03-28T00:30:00Z", "2027-03-28T01:30:00Z"}) {
      assertEquals(amsterdam("2027-03-31T17:00"), BUSINESS_DAYS.term(Instant.parse(at)).at(), at);
    }
    // in summer the Dutch day begins at 22:00 UTC
    var thursday = Instant.parse("2027-07-01T22:00:00Z");
    assertEquals(amsterdam("2027-07-06T17:00"), BUSINESS_DAYS.term(thursday).at());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01", "2026-04-06", "2026-04-27", "2026-05-14", "2026-05-25", "2026-12-25",
        "2025-05-05", "2030-05-05", "2027-03-29", "2027-05-06", "2027-05-17", "2028-04-17"
      })
  void theBusinessCalendarKnowsItsHolidays(LocalDate day) {
    assertTrue(BUSINESS.isHoliday(day, Set.of()));
    assertTrue(STATUTORY.isHoliday(day, Set.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-02",
        "2026-05-15",
        "2027-05-07",
        "2028-04-28",
        "2028-05-26", // by decree
        "2026-04-03",
        "2027-03-26",
        "2028-04-14", // Good Friday
        "2026-05-05",
        "2027-05-05",
        "2028-05-05"
      })
  void onlyTheStatutoryCalendarKnowsWhatTheLawAdds(LocalDate day) {
    assertTrue(STATUTORY.isHoliday(day, Set.of()));
    assertFalse(BUSINESS.isHoliday(day, Set.of()));
  }

  @Test
  void kingsDayIsADayEarlierWhereItWouldBeASunday() {
    // 27 April is a Sunday in 2025 and 2031
    assertTrue(BUSINESS.isHoliday(LocalDate.of(2031, 4, 26), Set.of()));
    assertFalse(BUSINESS.isHoliday(LocalDate.of(2031, 4, 27), Set.of()));
    assertTrue(BUSINESS.isHoliday(LocalDate.of(2026, 4, 27), Set.of()));
    assertFalse(BUSINESS.isHoliday(LocalDate.of(2026, 4, 26), Set.of()));
    assertFalse(BUSINESS.isHoliday(LocalDate.of(2026, 4, 30), Set.of()), "Queen's Day is history");
  }

  @ParameterizedTest
  @CsvSource({
    "1954, 1954-04-18", "1981, 1981-04-19", "2000, 2000-04-23", "2008, 2008-03-23",
    "2011, 2011-04-24", "2019, 2019-04-21", "2024, 2024-03-31", "2038, 2038-04-25",
    "2049, 2049-04-18", "2076, 2076-04-19", "2106, 2106-04-18"
  })
  void easterIsRightAlsoInTheExceptionsOfTheTables(int year, LocalDate day) {
    assertEquals(day, CalendarProfile.easter(year));
  }

  @Test
  void theCustomListCountsAloneBesidesWeekends() {
    var days =
        set(
            Map.of(
                "poort25.calendar", "custom", "poort25.calendar.custom", "2026-11-27, 2026-12-01"));
    assertEquals(
        new Deadline(amsterdam("2026-12-02T17:00"), "custom"),
        days.term(amsterdam("2026-11-26T10:00")));
    assertFalse(days.isWorkingDay(LocalDate.of(2026, 11, 28)));
    assertTrue(days.isWorkingDay(LocalDate.of(2026, 12, 25)));
    assertFalse(CUSTOM.isHoliday(LocalDate.of(2027, 1, 1), days.custom()));
  }

  @Test
  void theLengthOfTheTermIsASetting() {
    var one = set(Map.of("poort25.term.working.days", "1"));
    assertEquals(amsterdam("2026-11-30T17:00"), one.term(amsterdam("2026-11-27T23:00")).at());
    var five = set(Map.of("poort25.term.working.days", "5"));
    assertEquals(amsterdam("2026-12-03T17:00"), five.term(amsterdam("2026-11-26T10:00")).at());
    assertEquals(BUSINESS_DAYS, set(Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "poort25.calendar, feestdagen, 'business, statutory or custom, not \"feestdagen\"'",
    "poort25.calendar, custom, poort25.calendar.custom must name the holidays",
    "poort25.calendar.custom, 25-12-2026, 'dates such as 2026-12-25'",
    "poort25.calendar.custom, 2026-02-30, 2026-02-30",
    "poort25.term.working.days, 0, from 1 to 250",
    "poort25.term.working.days, twee, twee"
  })
  void aWrongSettingStopsTheStartAndNamesItself(String key, String value, String says) {
    var fault = assertThrows(IllegalStateException.class, () -> set(Map.of(key, value)));
    assertTrue(fault.getMessage().contains(says), fault.getMessage());
    assertTrue(fault.getMessage().startsWith("poort25."), fault.getMessage());
  }
}
