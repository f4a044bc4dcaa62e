package nl.poort25.mailservice;

import java.util.List;

/**
 * Every fact that the rules of a mail service may look at.
 *
 * @param name of the domain
 * @param active whether this partner's registration of the name is
 * @param kind the service that is asked
 * @param delivery its fields; null while the partner still chooses a service
 * @param taken the other services of the name, ordered or active, with what they are and what they
 *     are wanted to become
 * @param unreachable what of the destination mail cannot be delivered to: addresses, or the host
 *     name itself
 */
record MailServiceRuleFacts(
    String name,
    boolean active,
    MailServiceKind kind,
    Delivery delivery,
    List<Taken> taken,
    List<String> unreachable) {

  record Taken(MailServiceKind kind, Delivery delivery) {
    String title() {
      return kind.getTitle();
    }
  }

  boolean isDelivered() {
    return kind.isAlwaysDelivered() || (delivery != null && delivery.isDelivered());
  }
}
