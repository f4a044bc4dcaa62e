package nl.poort25.abusereport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.poort25.network.Cidr;

/**
 * What a report says. All of it can be forged.
 *
 * @param source null where it names none, or a name instead of an address
 * @param port of the source, or null
 * @param chain whether the servers on the reported message's way named the source too
 * @param incidents how many it stands for
 * @param reportedAt when the reporter says that it happened, or null
 * @param messageAt the reported message's own date, or null
 * @param receivedAt when the last server on the reported message's way took it, or null
 * @param arrivedAt when the last server on the report's own way took it, or null
 * @param notRead what of it has no value that can be used
 * @param excerpt fields and headers, printable, for staff alone
 */
public record ParsedReport(
    Format format,
    ComplaintType about,
    Cidr source,
    Integer port,
    ReceivedMatch chain,
    long incidents,
    Instant reportedAt,
    Instant messageAt,
    Instant receivedAt,
    Instant arrivedAt,
    List<UnparsedPart> notRead,
    String excerpt) {

  /** With one thing more that was not read. */
  ParsedReport with(UnparsedPart more) {
    var all = new ArrayList<>(notRead);
    all.add(more);
    return new ParsedReport(
        format,
        about,
        source,
        port,
        chain,
        incidents,
        reportedAt,
        messageAt,
        receivedAt,
        arrivedAt,
        List.copyOf(all),
        excerpt);
  }

  public enum Format {
    /** RFC 5965 */
    ARF,
    /** version 3 or 4 in JSON, or the one before it in lines */
    XARF,
    /** what people write, or pass on */
    PLAIN
  }

  /** The types of RFC 5965, 6430 and 6591; every other one is OTHER. */
  public enum ComplaintType {
    ABUSE,
    FRAUD,
    VIRUS,
    NOT_SPAM,
    AUTH_FAILURE,
    OTHER;

    static ComplaintType of(String word) {
      String constant = word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
      for (var about : values()) {
        if (about.name().equals(constant)) {
          return about;
        }
      }
      return OTHER;
    }

    /** What XARF calls it. */
    static ComplaintType ofType(String type) {
      return switch (type.strip().toLowerCase(Locale.ROOT)) {
        case "spam", "unsolicited", "abuse", "messaging" -> ABUSE;
        case "phishing", "fraud", "scam" -> FRAUD;
        case "malware", "virus", "malware-attack" -> VIRUS;
        default -> OTHER;
      };
    }
  }
}
