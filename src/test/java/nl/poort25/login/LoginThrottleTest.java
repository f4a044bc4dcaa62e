package nl.poort25.login;

import static nl.poort25.login.LoginThrottle.ACCOUNT;
import static nl.poort25.login.LoginThrottle.ADDRESS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import nl.poort25.account.SecretToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginThrottleTest {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 0",
    "2, 0",
    "3, 0",
    "4, 1",
    "5, 2",
    "6, 4",
    "7, 8",
    "8, 16",
    "9, 32",
    "10, 60",
    "11, 60",
    "1000000, 60"
  })
  void growsForAnAccountUpToAMinute(int failures, long seconds) {
    assertEquals(Duration.ofSeconds(seconds), ACCOUNT.pause(failed(failures), NOW));
  }

  @ParameterizedTest
  @CsvSource({"20, 0", "21, 1", "22, 2", "23, 4", "24, 8", "25, 16", "26, 30", "1000000, 30"})
  void givesAnAddressThatManyShareMoreRoom(int failures, long seconds) {
    assertEquals(Duration.ofSeconds(seconds), ADDRESS.pause(failed(failures), NOW));
  }

  @ParameterizedTest
  @CsvSource({"3, 0", "4, 1", "10, 64", "12, 256", "13, 300", "1000000, 300"})
  void leavesFewGuessesAtACode(int failures, long seconds) {
    assertEquals(
        Duration.ofSeconds(seconds), LoginThrottle.SECOND_FACTOR.pause(failed(failures), NOW));
  }

  @ParameterizedTest
  @CsvSource({"3, 0", "4, 1", "5, 2", "9, 32", "10, 60", "1000000, 60"})
  void sendsAMailboxFewMails(int asked, long minutes) {
    assertEquals(
        Duration.ofMinutes(minutes), LoginThrottle.RESET_ACCOUNT.pause(failed(asked), NOW));
  }

  @Test
  void letsInWhoWaited() {
    var failed = failed(7);
    assertEquals(Duration.ofSeconds(5), ACCOUNT.pause(failed, NOW.plusSeconds(3)));
    assertEquals(Duration.ZERO, ACCOUNT.pause(failed, NOW.plusSeconds(8)));
    assertEquals(Duration.ZERO, ACCOUNT.pause(failed, NOW.plusSeconds(60)));
  }

  @Test
  void neverAsksForMoreThanTheLongestPauseHoweverLongTheAttack() {
    var failed = LoginFailureCount.NONE;
    var now = NOW;
    for (int i = 0; i < 10_000; i++) {
      now = now.plus(ACCOUNT.pause(failed, now));
      failed = ACCOUNT.count(failed, now);
      assertTrue(ACCOUNT.pause(failed, now).compareTo(Duration.ofSeconds(60)) <= 0);
    }
    // and it is forgotten as soon as after a short one
    assertEquals(Duration.ofSeconds(60), ACCOUNT.pause(failed, now));
    assertEquals(5, failed.at(now.plus(Duration.ofMinutes(15))));
    assertTrue(failed.isForgotten(now.plus(Duration.ofHours(1))));
  }

  @Test
  void countsOneMoreEachTime() {
    var twice = ACCOUNT.count(ACCOUNT.count(LoginFailureCount.NONE, NOW), NOW.plusSeconds(5));
    assertEquals(new LoginFailureCount(2, NOW.plusSeconds(5)), twice);
  }

  @Test
  void halvesAfterAQuietQuarterOfAnHour() {
    assertEquals(8, failed(8).at(NOW.plus(Duration.ofMinutes(14))));
    assertEquals(4, failed(8).at(NOW.plus(Duration.ofMinutes(15))));
    assertEquals(1, failed(8).at(NOW.plus(Duration.ofMinutes(45))));
    assertTrue(failed(8).isForgotten(NOW.plus(Duration.ofDays(3_000))));
    assertFalse(failed(8).isForgotten(NOW.plus(Duration.ofMinutes(45))));
  }

  @Test
  void standsTheClockOfAnotherNodeBeingAhead() {
    var ahead = new LoginFailureCount(5, NOW.plusSeconds(300));
    assertEquals(Duration.ofSeconds(2), ACCOUNT.pause(ahead, NOW));
  }

  @Test
  void countsAnAccountHoweverItsAddressIsTyped() {
    assertEquals(
        LoginFailureCount.account("jan@partner.example"),
        LoginFailureCount.account(" JAN@Partner.Example "));
    assertNotEquals(
        LoginFailureCount.account("jan@partner.example"),
        LoginFailureCount.account("piet@partner.example"));
    assertFalse(LoginFailureCount.account("jan@partner.example").contains("jan"));
    assertEquals(LoginFailureCount.account("geheim!"), LoginFailureCount.account(null));
  }

  @Test
  void countsAnAddressByItselfAndAnIpv6NetworkAsOne() {
    assertEquals("address:192.0.2.1", LoginFailureCount.address("192.0.2.1"));
    assertEquals("address:192.0.2.1", LoginFailureCount.address("::ffff:192.0.2.1"));
    assertEquals("address:2001:db8:0:1::/64", LoginFailureCount.address("2001:db8:0:1::7"));
    assertEquals(
        LoginFailureCount.address("2001:db8:0:1::7"),
        LoginFailureCount.address("2001:DB8:0:1:ffff:ffff:ffff:ffff"));
    assertNotEquals(
        LoginFailureCount.address("2001:db8:0:1::7"), LoginFailureCount.address("2001:db8:0:2::7"));
    assertEquals("address:unknown", LoginFailureCount.address("nonsense"));
    assertEquals("address:unknown", LoginFailureCount.address(""));
    assertEquals("address:unknown", LoginFailureCount.address(null));
  }

  @Test
  void keepsEverySubjectWithinItsColumn() {
    assertTrue(LoginFailureCount.account("jan@partner.example").length() <= 80);
    assertTrue(LoginFailureCount.browser(SecretToken.generate()).length() <= 80);
    assertTrue(LoginFailureCount.secondFactor(SecretToken.generate()).length() <= 80);
    assertTrue(LoginFailureCount.reset("jan@partner.example").length() <= 80);
    assertTrue(LoginFailureCount.address("2001:db8:1111:2222:3333:4444:5555:6666").length() <= 80);
  }

  private static LoginFailureCount failed(int count) {
    return new LoginFailureCount(count, NOW);
  }
}
