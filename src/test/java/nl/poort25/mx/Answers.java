package nl.poort25.mx;

import nl.poort25.mx.Answer.Cause;
import nl.poort25.mx.Answer.Found;
import nl.poort25.mx.Answer.Unavailable;

/** Takes apart an answer that a test expects to be of one kind. */
final class Answers {
  private Answers() {}

  static <R> Found<R> found(Answer<R> answer) {
    if (answer instanceof Found<R> found) {
      return found;
    }
    throw new AssertionError("found nothing: " + answer);
  }

  static <R> Cause cause(Answer<R> answer) {
    if (answer instanceof Unavailable<R> none) {
      return none.cause();
    }
    throw new AssertionError("is available: " + answer);
  }
}
