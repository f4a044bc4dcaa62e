package nl.poort25.archive;

/** Nothing can be moved for now, so that nothing is deleted; the message is for the operator. */
class ArchiveFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  ArchiveFault(String message, Throwable cause) {
    super(message, cause);
  }

  ArchiveFault(String message) {
    super(message);
  }

  /** Another node is at that file just now: the next round goes on. */
  static final class Busy extends ArchiveFault {
    private static final long serialVersionUID = 1;

    Busy(String message) {
      super(message);
    }
  }
}
