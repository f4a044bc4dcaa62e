package nl.poort25.web;

import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/**
 * Runs a parser of untrusted input. What it throws other than {@link MalformedInput}, such as a
 * stack overflow, is logged as a fault of ours and replaced by a refusal of that input alone.
 */
public final class SafeParsing {
  private static final System.Logger LOG = System.getLogger(SafeParsing.class.getName());

  private SafeParsing() {}

  /**
   * @param unreadable what stands for it where the reader fails
   * @throws MalformedInput as the reader does
   */
  public static <T> T one(Supplier<T> reader, Supplier<T> unreadable) {
    try {
      return reader.get();
    } catch (MalformedInput e) {
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
