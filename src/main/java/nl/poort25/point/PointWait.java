package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers a point that asks, at once or when there is something else than it has. */
@ApplicationScoped
class PointWait {
  private static final int LONGEST = 60;

  @Inject LongPolls polls;

  /**
   * Asks, and asks again when there is something new or the time is over.
   *
   * @param wait as it was sent: seconds, at most 60; null or anything else for not at all
   * @param asked what there is now; an {@link IllegalArgumentException} says that a number was
   *     never given
   * @param unchanged the tag of what the point has, where there is nothing else for it; else null
   */
  <T> void answer(
      AsyncResponse answer,
      long pointId,
      String wait,
      Supplier<T> asked,
      Function<T, String> unchanged,
      Function<T, Response> response) {
    T given;
    try {
      given = asked.get();
    } catch (IllegalArgumentException e) {
      answer.resume(unknown());
      return;
    }
    String has = unchanged.apply(given);
    int seconds = seconds(wait);
    if (has == null || seconds == 0) {
      answer.resume(response.apply(given));
      return;
    }
    polls.add(
        pointId,
        new LongPolls.Waiter(
            has,
            System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds),
            () -> later(answer, asked, response)));
  }

  /** As it is by then. What goes wrong is answered as well: nobody else would, and it waits. */
  private static <T> void later(
      AsyncResponse answer, Supplier<T> asked, Function<T, Response> response) {
    try {
      answer.resume(response.apply(asked.get()));
    } catch (IllegalArgumentException e) {
      answer.resume(unknown());
    } catch (RuntimeException e) {
      answer.resume(e);
    }
  }

  private static Response unknown() {
    return PointAnswers.said(400, "no state or document of that number was ever given");
  }

  private static int seconds(String text) {
    return text != null && text.matches("\\d{1,9}") ? Math.min(Integer.parseInt(text), LONGEST) : 0;
  }
}
