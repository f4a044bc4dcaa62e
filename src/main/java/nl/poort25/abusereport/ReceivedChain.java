package nl.poort25.abusereport;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.poort25.network.Cidr;
import nl.poort25.network.PublicSpace;

/** What the servers on a message's way wrote (RFC 5321 4.4), the last one first. */
public record ReceivedChain(List<String> fields) {
  private static final int MOST_FIELDS = 50;

  public static ReceivedChain of(MailFields fields) {
    return new ReceivedChain(fields.values("Received").stream().limit(MOST_FIELDS).toList());
  }

  /** When the last server took it, if it says so. */
  Optional<Instant> date() {
    return fields.stream()
        .findFirst()
        .filter(field -> field.lastIndexOf(';') >= 0)
        .flatMap(field -> MailDate.ofMail(field.substring(field.lastIndexOf(';') + 1)));
  }

  /** Whether the servers say that they took the message from that address. */
  ReceivedMatch of(Cidr source) {
    var read = fields.stream().map(ReceivedField::of).toList();
    if (source == null || read.stream().noneMatch(ReceivedField::from)) {
      return ReceivedMatch.NONE;
    }
    if (read.stream().anyMatch(field -> field.addresses().contains(source))) {
      return ReceivedMatch.NAMES_IT;
    }
    return read.stream().allMatch(ReceivedField::isKnown)
        ? ReceivedMatch.NAMES_OTHERS
        : ReceivedMatch.NOT_RECOGNISED;
  }

  /** The first address of the public network, from which it came to the last server: a guess. */
  public Optional<Cidr> nearest() {
    return fields.stream()
        .flatMap(field -> ReceivedField.of(field).addresses().stream())
        .filter(PublicSpace::contains)
        .findFirst();
  }
}
