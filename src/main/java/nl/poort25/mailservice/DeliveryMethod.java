package nl.poort25.mailservice;

/** How the partner gets the mail: delivered to his server by SMTP, or fetched by POP3. */
public enum DeliveryMethod {
  SMTP(true),
  POP3(false);

  private final boolean delivered;

  DeliveryMethod(boolean delivered) {
    this.delivered = delivered;
  }

  /** Whether mail goes to a server of the partner; else it is kept until somebody fetches it. */
  boolean isDelivered() {
    return delivered;
  }
}
