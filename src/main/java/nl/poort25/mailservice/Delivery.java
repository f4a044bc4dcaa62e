package nl.poort25.mailservice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import nl.poort25.domainname.Idna;

/**
 * How a mail service hands mail over: the fields of article 3.9.
 *
 * @param destination where to, of what is delivered only; as {@link Destination} writes it
 * @param localPart of the address of a box only; in lower case
 */
@Embeddable
public record Delivery(
    @Enumerated(EnumType.STRING) DeliveryMethod intake,
    String destination,
    @Column(name = "local_part") String localPart) {
  public Delivery {
    if (intake.isDelivered() != (destination != null)
        || (intake.isDelivered() && localPart != null)) {
      throw new IllegalArgumentException(intake + " " + destination + " " + localPart);
    }
  }

  static Delivery to(Destination destination) {
    return new Delivery(DeliveryMethod.SMTP, destination.toString(), null);
  }

  /**
   * @param localPart null of what is no box
   */
  static Delivery fetched(DeliveryMethod how, String localPart) {
    return new Delivery(how, null, localPart);
  }

  /** The destination as people read it; null where there is none. */
  public String getShownDestination() {
    return destination == null ? null : Idna.display(destination);
  }

  /** Whether it goes to a server of the partner; else the store of the provider keeps it. */
  public boolean isDelivered() {
    return intake.isDelivered();
  }
}
