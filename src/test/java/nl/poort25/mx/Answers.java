package nl.poort25.mx;

import nl.poort25.mx.DnsAnswer.Cause;
import nl.poort25.mx.DnsAnswer.Found;
import nl.poort25.mx.DnsAnswer.Unavailable;

/** Takes apart an answer that a test expects to be of one kind. */
final class Answers {
  private Answers() {}

  static <R> Found<R> found(DnsAnswer<R> answer) {
    if (answer instanceof Found<R> found) {
      return found;
    }
    throw new AssertionError("found nothing: " + answer);
  }

  static <R> Cause cause(DnsAnswer<R> answer) {
    if (answer instanceof Unavailable<R> none) {
      return none.cause();
    }
    throw new AssertionError("is available: " + answer);
  }
}
