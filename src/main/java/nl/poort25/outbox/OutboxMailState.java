package nl.poort25.outbox;

/** The delivery state of a mail in the outbox. */
public enum OutboxMailState {
  WAITING("wait"),
  SENT("ok"),
  /** Tried as often as makes sense, or refused for good. Staff can have it tried again. */
  GIVEN_UP("bad"),
  /** Given up, and staff has seen to it in another way. */
  DISMISSED("none");

  private final String sign;

  OutboxMailState(String sign) {
    this.sign = sign;
  }

  /** The kind of its status word: ok, bad, wait or none. */
  public String getSign() {
    return sign;
  }
}
