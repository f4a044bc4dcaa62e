package nl.poort25.mailservice;

/** How far a mail service has come. */
public enum MailServiceState {
  /** waits for staff */
  ORDERED("wait"),
  ACTIVE("ok"),
  /** by the partner, or with the registration of its name */
  CANCELLED("none"),
  /** by staff, with a reason */
  REFUSED("bad");

  private final String sign;

  MailServiceState(String sign) {
    this.sign = sign;
  }

  /** The kind of its status word. */
  public String getSign() {
    return sign;
  }

  boolean isOpen() {
    return this == ORDERED || this == ACTIVE;
  }
}
