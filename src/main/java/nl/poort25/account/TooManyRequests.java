package nl.poort25.account;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import nl.poort25.text.Text;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** The 429 answer to a throttled attempt, with Retry-After (RFC 6585 4). */
public final class TooManyRequests {
  private TooManyRequests() {}

  public static void say(FormErrors errors, String field, Duration pause) {
    long seconds = wholeSeconds(pause);
    errors.add(
        field,
        "account.wait",
        seconds < 120
            ? Text.of("web.seconds", seconds)
            : Text.of("web.minutes", (seconds + 59) / 60));
  }

  public static Response answer(Page page, Duration pause) {
    return Response.status(429)
        .header(HttpHeaders.RETRY_AFTER, wholeSeconds(pause))
        .entity(page)
        .build();
  }

  /** For the Retry-After header: never too few. */
  static long wholeSeconds(Duration pause) {
    return pause.plusNanos(999_999_999).toSeconds();
  }
}
