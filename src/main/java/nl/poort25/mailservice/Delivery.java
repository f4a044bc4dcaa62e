package nl.poort25.mailservice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import nl.poort25.domainname.Idna;

/**
 * How a mail service hands mail over: the fields of article 3.9.
 *
 * @param destination where to, of SMTP delivery only; as {@link Destination} writes it
 * @param localPart of a POP3 box only; in lower case
 */
@Embeddable
public record Delivery(
    @Enumerated(EnumType.STRING) DeliveryMethod intake,
    String destination,
    @Column(name = "local_part") String localPart) {
  static final Delivery FETCHED = new Delivery(DeliveryMethod.POP3, null, null);

  public Delivery {
    if ((intake == DeliveryMethod.SMTP) != (destination != null)
        || (intake == DeliveryMethod.SMTP && localPart != null)) {
      throw new IllegalArgumentException(intake + " " + destination + " " + localPart);
    }
  }

  static Delivery to(Destination destination) {
    return new Delivery(DeliveryMethod.SMTP, destination.toString(), null);
  }

  static Delivery box(String localPart) {
    return new Delivery(DeliveryMethod.POP3, null, localPart);
  }

  /** The destination as people read it; null where there is none. */
  public String getShownDestination() {
    return destination == null ? null : Idna.display(destination);
  }

  public boolean isSmtp() {
    return intake == DeliveryMethod.SMTP;
  }
}
