package nl.poort25.outbox;

/** A mail that was not taken. The message is short, for staff, and holds no secret. */
class Undelivered extends Exception {
  private static final long serialVersionUID = 1;

  enum Retry {
    /** This mail may pass later. */
    LATER,
    /** This mail never will. */
    NEVER,
    /** The server takes no mail at all for now. */
    NO_SERVER
  }

  private final Retry outlook;

  Undelivered(Retry outlook, String message) {
    super(message);
    this.outlook = outlook;
  }

  Retry outlook() {
    return outlook;
  }
}
