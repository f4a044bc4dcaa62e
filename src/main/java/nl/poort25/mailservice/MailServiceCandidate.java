package nl.poort25.mailservice;

import java.util.List;
import nl.poort25.domain.Registration;

/**
 * A mail service with its fields as the rules judge it, by itself or a line of a file.
 *
 * @param id of the service that is to be changed, which is not compared with itself; null of a new
 *     one
 * @param registration null where the name is to be registered in the same go
 * @param delivery null while the partner still chooses a service
 * @param unreachable what of the destination mail cannot be delivered to: only outside of a
 *     transaction the DNS can be asked
 */
public record MailServiceCandidate(
    Long id,
    String name,
    Registration registration,
    MailServiceKind kind,
    Delivery delivery,
    List<String> unreachable) {
  static MailServiceCandidate of(
      Registration registration,
      MailServiceKind kind,
      Delivery delivery,
      DestinationProblems reach) {
    return new MailServiceCandidate(
        null, registration.getName(), registration, kind, delivery, reach.unreachable());
  }

  /** The same as a change of that one. */
  MailServiceCandidate insteadOf(MailService service) {
    return new MailServiceCandidate(
        service.getId(), name, registration, kind, delivery, unreachable);
  }
}
