package nl.poort25.web;

import java.io.IOException;

/**
 * Recognises errors that a client causes by disconnecting or by sending no valid HTTP; they are not
 * logged.
 */
final class ClientFault {
  private ClientFault() {}

  /**
   * Whether it was thrown where the container reads or writes a connection; of what is no input or
   * output, only before our code was asked.
   */
  static boolean isClientFault(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return !(root instanceof Error)
        && isOfConnection(root.getStackTrace())
        && (root instanceof IOException || !isOfOurs(root.getStackTrace()));
  }

  private static boolean isOfConnection(StackTraceElement[] frames) {
    for (var frame : frames) {
      String name = frame.getClassName();
      if (frame.getMethodName().equals("accept")) {
        return false; // too many open files: that is ours to know
      }
      if (!name.startsWith("java.") && !name.startsWith("sun.") && !name.startsWith("jdk.")) {
        return name.startsWith("org.glassfish.grizzly.");
      }
    }
    return false;
  }

  private static boolean isOfOurs(StackTraceElement[] frames) {
    for (var frame : frames) {
      if (frame.getClassName().startsWith("nl.poort25.")) {
        return true;
      }
    }
    return false;
  }
}
