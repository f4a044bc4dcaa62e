package nl.poort25.audit;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import nl.poort25.web.FormErrors;
import nl.poort25.web.ListUrl;

/**
 * Which entries the log shows, as its URL says it; null is everything.
 *
 * @param type of the subject
 * @param subject the whole label of the subject, such as a domain name
 * @param person a whole name or e-mail address
 * @param from first day in Amsterdam
 * @param until last day in Amsterdam, itself included
 * @param before the key of the last line of the page before
 */
public record LogFilter(
    Long partner,
    String type,
    String subject,
    String person,
    String act,
    LocalDate from,
    LocalDate until,
    Long before) {
  private static final List<DateTimeFormatter> DATES =
      List.of(strict("uuuu-M-d"), strict("d-M-uuuu"));

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }

  static LogFilter of(MultivaluedMap<String, String> query, FormErrors errors) {
    var from = date(query, "from", errors);
    var until = date(query, "until", errors);
    if (from != null && until != null && until.isBefore(from)) {
      errors.add("until", "audit.log.period.wrong");
    }
    return new LogFilter(
        ListUrl.number(query, "partner"),
        ListUrl.text(query, "type"),
        ListUrl.text(query, "subject"),
        ListUrl.text(query, "person"),
        ListUrl.text(query, "act"),
        from,
        until,
        ListUrl.number(query, "before"));
  }

  private static LocalDate date(
      MultivaluedMap<String, String> query, String field, FormErrors errors) {
    String typed = query.getFirst(field);
    if (typed == null || typed.isBlank()) {
      return null;
    }
    for (var format : DATES) {
      try {
        var date = LocalDate.parse(typed.strip(), format);
        if (date.getYear() >= 2000 && date.getYear() < 3000) {
          return date;
        }
      } catch (DateTimeParseException e) {
        // the next way of writing it, or the error below
      }
    }
    errors.add(field, "audit.log.date.wrong");
    return null;
  }

  public boolean isNarrowed() {
    return partner != null
        || type != null
        || subject != null
        || person != null
        || act != null
        || from != null
        || until != null;
  }

  /** The same list from its beginning; null where this is it. */
  String first() {
    return before == null ? null : url(null);
  }

  String url(Long key) {
    return new ListUrl(LogResource.PATH)
        .with("partner", partner)
        .with("type", type)
        .with("subject", subject)
        .with("person", person)
        .with("act", act)
        .with("from", from)
        .with("until", until)
        .with("before", key)
        .toString();
  }
}
