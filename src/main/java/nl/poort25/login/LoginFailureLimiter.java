package nl.poort25.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import nl.poort25.web.Retry;

/**
 * Throttles sign-ins: counts an attempt as failed before anything is checked, returns how long to
 * wait, and takes the count back when the attempt succeeds.
 */
@ApplicationScoped
class LoginFailureLimiter {
  /** What an attempt is held against, and how strictly. */
  record ThrottledSubject(String about, LoginThrottle by) {}

  /** One subject before and after it was counted. */
  record Mark(ThrottledSubject counted, LoginFailureCount before, LoginFailureCount after) {}

  /**
   * @param pause how long to wait before another attempt; while it is not zero, nothing may be
   *     checked and nothing was counted
   */
  record Attempt(Duration pause, List<Mark> marks) {
    boolean isTooEarly() {
      return !pause.isZero();
    }
  }

  @Inject LoginFailureCounters failures;
  @Inject InstantSource clock;

  /** In a transaction of its own, which is over before a slow hash begins. */
  Attempt begin(ThrottledSubject... subjects) {
    // the first failure of a subject, twice at once: one of them finds the row of the other
    return Retry.onCollision(() -> failures.count(List.of(subjects), clock.instant()));
  }

  /** The attempt was no failure: it is as if it had not been made, and its account starts anew. */
  void recordSuccess(Attempt attempt) {
    Retry.onCollision(
        () -> {
          failures.takeBack(attempt.marks());
          return null;
        });
  }
}
