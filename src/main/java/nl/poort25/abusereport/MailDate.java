package nl.poort25.abusereport;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates of mails (RFC 5322 3.3, with the zones of 4.3) and of XARF (RFC 3339). */
final class MailDate {
  private static final int LONGEST = 200;
  private static final int LEAP_SECOND = 60;
  private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

  /** Those of RFC 5322 4.3, and of others the ones that mean one thing. */
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("UT", "+0000"),
          Map.entry("UTC", "+0000"),
          Map.entry("GMT", "+0000"),
          Map.entry("Z", "+0000"),
          Map.entry("WET", "+0000"),
          Map.entry("WEST", "+0100"),
          Map.entry("CET", "+0100"),
          Map.entry("CEST", "+0200"),
          Map.entry("MET", "+0100"),
          Map.entry("MEST", "+0200"),
          Map.entry("MEZ", "+0100"),
          Map.entry("MESZ", "+0200"),
          Map.entry("EET", "+0200"),
          Map.entry("EEST", "+0300"),
          Map.entry("MSK", "+0300"),
          Map.entry("EST", "-0500"),
          Map.entry("EDT", "-0400"),
          Map.entry("CST", "-0600"),
          Map.entry("CDT", "-0500"),
          Map.entry("MST", "-0700"),
          Map.entry("MDT", "-0600"),
          Map.entry("PST", "-0800"),
          Map.entry("PDT", "-0700"),
          Map.entry("JST", "+0900"));

  private static final Pattern DATE =
      Pattern.compile(
          "(?:[A-Za-z]{2,9}[,.]? *)?([0-9]{1,2})[ -]([A-Za-z]{3})[a-z]{0,6}[ -]([0-9]{2,4})"
              + "[ ,]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?:[.][0-9]{1,9})? +(.{1,20})");
  private static final Pattern OFFSET = Pattern.compile("([+-])([0-9]{2}):?([0-9]{2})");
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

  private MailDate() {}

  /**
   * Nothing where it is no date of our time, or has no zone that is known: an hour more or less is
   * another holder of the address. The day of the week is often wrong, and says nothing.
   */
  static Optional<Instant> ofMail(String text) {
    String plain = withoutComments(text).strip();
    if (plain.length() > LONGEST) {
      return Optional.empty();
    }
    var matcher = DATE.matcher(plain.replaceAll("\\s+", " "));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int second = matcher.group(6) == null ? 0 : Integer.parseInt(matcher.group(6));
    try {
      return offset(matcher.group(7).toUpperCase(Locale.ROOT))
          .map(
              offset ->
                  OffsetDateTime.of(
                          year(matcher.group(3)),
                          1 + MONTHS.indexOf(matcher.group(2).toUpperCase(Locale.ROOT)),
                          Integer.parseInt(matcher.group(1)),
                          Integer.parseInt(matcher.group(4)),
                          Integer.parseInt(matcher.group(5)),
                          second == LEAP_SECOND ? LEAP_SECOND - 1 : second,
                          0,
                          offset)
                      .toInstant())
          .flatMap(MailDate::sane);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** RFC 5322 4.3: of two digits from 50 on the last century's, of three counted from 1900. */
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() == 2 && year < 50
        ? 2000 + year
        : digits.length() < 4 ? 1900 + year : year;
  }

  private static Optional<ZoneOffset> offset(String zone) {
    var matcher = OFFSET.matcher(ZONES.getOrDefault(zone, zone));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int minutes = 60 * Integer.parseInt(matcher.group(2)) + Integer.parseInt(matcher.group(3));
    return Optional.of(
        ZoneOffset.ofTotalSeconds(60 * (matcher.group(1).equals("-") ? -minutes : minutes)));
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
