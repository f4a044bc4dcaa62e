package nl.poort25.mailservice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.poort25.mailservice.MailServiceAdvice.Addresses;
import nl.poort25.mailservice.MailServiceAdvice.Filter;

/**
 * The four services of article 3.7, with the names that the provider gives them. What the form of
 * one asks, what suits a partner and which recipients the relays take follow from how it hands mail
 * over, and of which addresses.
 */
public enum MailServiceKind {
  IRONPORT("Mail Service | SMTP/POP/SPAM/VIRUS (IronPort)", Filter.YES, null, null),
  POP3_BOX("Mail pop3 box", Filter.NO, DeliveryMethod.POP3, Addresses.SOME),
  POP3_CATCH_ALL("Mail pop3 catch all", Filter.NO, DeliveryMethod.POP3, Addresses.ALL),
  SMTP("Mail SMTP", Filter.NO, DeliveryMethod.SMTP, null);

  private final String title;
  private final Filter filter;
  private final DeliveryMethod intake;
  private final Addresses addresses;

  /**
   * @param intake null where the partner chooses
   * @param addresses whether it is for one address, or for all; null where nothing is said of it
   */
  MailServiceKind(String title, Filter filter, DeliveryMethod intake, Addresses addresses) {
    this.title = title;
    this.filter = filter;
    this.intake = intake;
    this.addresses = addresses;
  }

  /** The first that suits; empty while an answer is missing that it hangs on. */
  static Optional<MailServiceKind> suiting(DeliveryMethod how, Filter filtered, Addresses which) {
    return Arrays.stream(values())
        .filter(kind -> kind.filter == filtered)
        .filter(kind -> kind.intake == null || kind.intake == how)
        .filter(kind -> kind.addresses == null || kind.addresses == which)
        .findFirst();
  }

  /** The same in every language. */
  public String getTitle() {
    return title;
  }

  /** Its value in the URL of a list. */
  public String getWord() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How its mail is taken; null where the partner chooses. */
  DeliveryMethod intake() {
    return intake;
  }

  /** Whether the partner chooses how the mail is taken. */
  public boolean hasIntake() {
    return intake == null;
  }

  /** Whether its mail goes, or may go, to a server of the partner. */
  public boolean hasDestination() {
    return hasIntake() || intake.isDelivered();
  }

  /** Whether its mail goes to a server of the partner, whatever he chooses. */
  boolean isAlwaysDelivered() {
    return !hasIntake() && hasDestination();
  }

  /** Whether it is for one address, whose local part the partner gives. */
  public boolean hasLocalPart() {
    return addresses == Addresses.SOME;
  }

  /** Whether it takes mail for every address of the name. */
  public boolean isForAll() {
    return addresses == Addresses.ALL;
  }

  /** Whether a partner can change anything about it. */
  public boolean hasFields() {
    return firstField() != null;
  }

  /** Of its form; null where there is none. */
  String firstField() {
    if (hasIntake()) {
      return "intake";
    }
    if (hasDestination()) {
      return "destination";
    }
    return hasLocalPart() ? "local-part" : null;
  }

  /**
   * @throws IllegalArgumentException if a delivery has other fields than this service
   */
  void requireFieldsOf(Delivery delivery) {
    if ((!hasIntake() && delivery.intake() != intake)
        || (delivery.localPart() != null) != hasLocalPart()) {
      throw new IllegalArgumentException(this + " with " + delivery);
    }
  }
}
