package nl.poort25.abuse;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.poort25.network.Cidr;
import nl.poort25.web.Malformed;

/** What the servers on a message's way wrote (RFC 5321 4.4), the last one first. */
record ReceivedChain(List<String> fields) {
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-f:.]{2,45}");
  private static final int MOST_FIELDS = 50;
  private static final int MOST_ADDRESSES = 10;

  static ReceivedChain of(MailFields fields) {
    return new ReceivedChain(fields.values("Received").stream().limit(MOST_FIELDS).toList());
  }

  /** When the last server took it, if it says so. */
  Optional<Instant> date() {
    return fields.stream()
        .findFirst()
        .filter(field -> field.lastIndexOf(';') >= 0)
        .flatMap(field -> MailDate.ofMail(field.substring(field.lastIndexOf(';') + 1)));
  }

  /** Whether a server says that it took the message from that address. */
  boolean names(Cidr source) {
    return fields.stream().anyMatch(field -> names(field, source));
  }

  private static boolean names(String field, Cidr source) {
    int at = field.indexOf('[');
    for (int i = 0; at >= 0 && i < MOST_ADDRESSES; i++) {
      int end = field.indexOf(']', at);
      if (end < 0) {
        return false;
      }
      if (address(field.substring(at + 1, end)).filter(source::equals).isPresent()) {
        return true;
      }
      at = field.indexOf('[', end);
    }
    return false;
  }

  /** An address as mail writes it: bare, or as a literal of RFC 5321 4.1.3. */
  static Optional<Cidr> address(String literal) {
    String text = MailDate.withoutComments(literal).strip().toLowerCase(Locale.ROOT);
    if (text.startsWith("[") && text.endsWith("]")) {
      text = text.substring(1, text.length() - 1);
    }
    if (text.startsWith("ipv6:")) {
      text = text.substring("ipv6:".length());
    }
    // what could be a name is never given to a parser that might look it up
    if (!ADDRESS.matcher(text).matches() || !(text.contains(":") || text.contains("."))) {
      return Optional.empty();
    }
    try {
      return Optional.of(Cidr.parseAddress(text));
    } catch (Malformed e) {
      return Optional.empty();
    }
  }
}
