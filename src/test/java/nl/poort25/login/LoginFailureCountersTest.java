package nl.poort25.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginFailureCountersTest {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final LoginFailureCount BEFORE = new LoginFailureCount(4, NOW.minusSeconds(300));
  private static final LoginFailureCount COUNTED = new LoginFailureCount(5, NOW);

  @Test
  void startsAnAccountAnewAfterASuccess() {
    assertEquals(LoginFailureCount.NONE, after(LoginThrottle.ACCOUNT, COUNTED));
    assertEquals(LoginFailureCount.NONE, after(LoginThrottle.SECOND_FACTOR, COUNTED));
  }

  @Test
  void leavesAnAddressAsItWas() {
    assertEquals(BEFORE, after(LoginThrottle.ADDRESS, COUNTED));
  }

  @Test
  void takesOnlyItsOwnAttemptFromAnAddressWhereOthersFailMeanwhile() {
    var meanwhile = new LoginFailureCount(8, NOW.plusSeconds(1));
    assertEquals(
        new LoginFailureCount(7, NOW.plusSeconds(1)), after(LoginThrottle.ADDRESS, meanwhile));
  }

  private static LoginFailureCount after(LoginThrottle by, LoginFailureCount now) {
    var mark =
        new LoginFailureLimiter.Mark(
            new LoginFailureLimiter.ThrottledSubject("x", by), BEFORE, COUNTED);
    return LoginFailureCounters.afterSuccess(mark, now);
  }
}
