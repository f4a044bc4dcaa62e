package nl.poort25.mailservice;

/** The four services of article 3.7, with the names that the provider gives them. */
public enum MailServiceKind {
  IRONPORT("Mail Service | SMTP/POP/SPAM/VIRUS (IronPort)", "intake"),
  POP3_BOX("Mail pop3 box", "local-part"),
  POP3_CATCH_ALL("Mail pop3 catch all", null),
  SMTP("Mail SMTP", "destination");

  private final String title;
  private final String firstField;

  MailServiceKind(String title, String firstField) {
    this.title = title;
    this.firstField = firstField;
  }

  /** The same in every language. */
  public String getTitle() {
    return title;
  }

  /** Whether a partner can change anything about it. */
  public boolean hasFields() {
    return firstField != null;
  }

  /** Of its form; null where there is none. */
  String firstField() {
    return firstField;
  }

  /**
   * @throws IllegalArgumentException if a delivery has other fields than this service
   */
  void mustTake(Delivery delivery) {
    boolean fits =
        switch (this) {
          case IRONPORT -> delivery.localPart() == null;
          case POP3_BOX -> delivery.localPart() != null;
          case POP3_CATCH_ALL -> delivery.equals(Delivery.FETCHED);
          case SMTP -> delivery.isSmtp();
        };
    if (!fits) {
      throw new IllegalArgumentException(this + " with " + delivery);
    }
  }
}
