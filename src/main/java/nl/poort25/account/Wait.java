package nl.poort25.account;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.Text;

/** The answer to an attempt that comes too early: how long to wait (RFC 6585 4). */
final class Wait {
  private Wait() {}

  static void say(FormErrors errors, String field, Duration pause) {
    long seconds = LoginThrottle.retryAfter(pause);
    errors.add(
        field,
        "account.wait",
        seconds < 120
            ? Text.of("web.seconds", seconds)
            : Text.of("web.minutes", (seconds + 59) / 60));
  }

  static Response answer(Page page, Duration pause) {
    return Response.status(429)
        .header(HttpHeaders.RETRY_AFTER, LoginThrottle.retryAfter(pause))
        .entity(page)
        .build();
  }
}
