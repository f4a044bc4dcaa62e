package nl.poort25.outbox;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An argument of a mail that is a list: each item stands on a line of its own, after a dash. Such
 * an argument has a name that ends in {@code Lines}; of every other one, a line stays one line.
 */
public final class MailListArgument {
  static final String NAME = "Lines";
  static final char SEPARATOR = '\u001e';

  private MailListArgument() {}

  /** What is in an item begins no line. */
  public static String of(List<String> items) {
    return items.stream()
        .map(item -> SEPARATOR + MailTemplate.oneLine(item))
        .collect(Collectors.joining());
  }

  static boolean isName(String argument) {
    return argument.endsWith(NAME);
  }

  /** One that was made by {@link #of}, again without anything else that breaks a line. */
  static String clean(String value) {
    return Arrays.stream(value.split("" + SEPARATOR, -1))
        .map(MailTemplate::oneLine)
        .collect(Collectors.joining("" + SEPARATOR));
  }

  static String spread(String value) {
    return value.replace("" + SEPARATOR, "\n- ");
  }
}
