package nl.poort25.abuse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Dates of mails (RFC 5322 3.3, with the zones of 4.3) and of XARF (RFC 3339). */
final class MailDate {
  private static final int LONGEST = 200;
  private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("UT", "GMT"),
          Map.entry("UTC", "GMT"),
          Map.entry("Z", "GMT"),
          Map.entry("EST", "-0500"),
          Map.entry("EDT", "-0400"),
          Map.entry("CST", "-0600"),
          Map.entry("CDT", "-0500"),
          Map.entry("MST", "-0700"),
          Map.entry("MDT", "-0600"),
          Map.entry("PST", "-0800"),
          Map.entry("PDT", "-0700"));

  private MailDate() {}

  /** Nothing where it is no date of our time. */
  static Optional<Instant> ofMail(String text) {
    String plain = withoutComments(text).strip();
    if (plain.length() > LONGEST) {
      return Optional.empty();
    }
    // the day of the week is often wrong, and says nothing
    int comma = plain.indexOf(',');
    String[] words = plain.substring(comma + 1).strip().split("\\s+");
    if (words.length > 0) {
      String zone = words[words.length - 1].toUpperCase(Locale.ROOT);
      words[words.length - 1] = ZONES.getOrDefault(zone, zone);
    }
    try {
      return sane(
          ZonedDateTime.parse(String.join(" ", words), DateTimeFormatter.RFC_1123_DATE_TIME)
              .toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<Instant> ofJson(String text) {
    try {
      return text.length() > LONGEST
          ? Optional.empty()
          : sane(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> sane(Instant at) {
    return at.isBefore(FIRST) || at.isAfter(LAST) ? Optional.empty() : Optional.of(at);
  }

  /** RFC 5322 3.2.2: whatever stands in round brackets. */
  static String withoutComments(String text) {
    if (text.indexOf('(') < 0) {
      return text;
    }
    var plain = new StringBuilder();
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        open++;
      } else if (c == ')' && open > 0) {
        open--;
      } else if (open == 0) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
