package nl.poort25.web;

import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/**
 * The boundary around a reader of what a stranger wrote: one report, one line of a file. A reader
 * says what is wrong by {@link Malformed} and by nothing else; whatever else it throws, such as a
 * library that will not read a number of 1,101 digits or that recurses until the stack is full, is
 * the fault of what was read all the same, and of that alone. It is logged as ours, since a reader
 * should have said it.
 */
public final class Reading {
  private static final System.Logger LOG = System.getLogger(Reading.class.getName());

  private Reading() {}

  /**
   * @param unreadable what stands for it where the reader fails
   * @throws Malformed as the reader does
   */
  public static <T> T one(Supplier<T> reader, Supplier<T> unreadable) {
    try {
      return reader.get();
    } catch (Malformed e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      log(e);
      return unreadable.get();
    }
  }

  /** Never what was read, nor a message that may quote it: it can be of any size. */
  private static void log(Throwable e) {
    var trace = e.getStackTrace();
    LOG.log(
        Level.WARNING,
        "a reader failed with {0} at {1}",
        e.getClass().getName(),
        trace.length == 0 ? "-" : trace[0]);
  }
}
