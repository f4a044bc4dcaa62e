package nl.poort25.mailservice;

/** The four services of article 3.7, with the names that the provider gives them. */
public enum MailServiceKind {
  IRONPORT("Mail Service | SMTP/POP/SPAM/VIRUS (IronPort)"),
  POP3_BOX("Mail pop3 box"),
  POP3_CATCH_ALL("Mail pop3 catch all"),
  SMTP("Mail SMTP");

  private final String title;

  MailServiceKind(String title) {
    this.title = title;
  }

  /** The same in every language. */
  public String getTitle() {
    return title;
  }

  /** Whether a partner can change anything about it. */
  public boolean hasFields() {
    return this != POP3_CATCH_ALL;
  }

  boolean takes(Delivery delivery) {
    return switch (this) {
      case IRONPORT -> delivery.localPart() == null;
      case POP3_BOX -> delivery.localPart() != null;
      case POP3_CATCH_ALL -> delivery.equals(Delivery.FETCHED);
      case SMTP -> delivery.isSmtp();
    };
  }
}
