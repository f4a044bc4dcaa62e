package nl.poort25.abuse;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nl.poort25.abuse.MimeReader.Part;
import nl.poort25.abuse.ParsedReport.About;
import nl.poort25.abuse.ParsedReport.Format;

/** Reads a feedback report (RFC 5965, with RFC 6591 and 6692). */
final class Arf {
  private static final List<String> ONCE = List.of("Feedback-Type", "User-Agent", "Version");
  private static final List<String> AT_MOST_ONCE =
      List.of(
          "Original-Envelope-Id",
          "Original-Mail-From",
          "Arrival-Date",
          "Received-Date",
          "Reporting-MTA",
          "Source-IP",
          "Source-Port",
          "Incidents",
          "Delivery-Result");

  /** 0.1 is what senders from before the RFC wrote. */
  private static final Set<String> VERSIONS = Set.of("1", "1.0", "0.1");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");
  private static final long UINT32 = 0xffffffffL;
  private static final int HIGHEST_PORT = 65535;

  private Arf() {}

  /**
   * @param outer the message that carries the report
   * @param parts of its multipart/report
   */
  static ParsedReport read(Part outer, List<Part> parts, MimeReader reader) {
    if (parts.size() < 2 || !parts.get(1).type().type().equals("message/feedback-report")) {
      throw ReportFault.NO_REPORT.refusal("message/feedback-report");
    }
    var told = MailFields.read(parts.get(1).content());
    check(told);
    var original = original(parts, reader);
    var chain = ReceivedChain.of(original);
    var source = told.first("Source-IP").map(Arf::address).orElse(null);
    return new ParsedReport(
        Format.ARF,
        About.of(plain(told, "Feedback-Type")),
        source,
        told.first("Source-Port").map(Arf::port).orElse(null),
        chain.of(source),
        told.first("Incidents").map(Arf::incidents).orElse(1L),
        told.first("Arrival-Date")
            .or(() -> told.first("Received-Date"))
            .map(Arf::date)
            .orElse(null),
        original.first("Date").flatMap(MailDate::ofMail).orElse(null),
        chain.date().orElse(null),
        ReceivedChain.of(outer.fields()).date().orElse(null),
        Excerpt.of(outer.fields(), told, original));
  }

  private static void check(MailFields told) {
    for (String name : ONCE) {
      int times = told.values(name).size();
      if (times != 1) {
        throw (times == 0 ? ReportFault.MISSING : ReportFault.TWICE).refusal(name);
      }
    }
    for (String name : AT_MOST_ONCE) {
      if (told.values(name).size() > 1) {
        throw ReportFault.TWICE.refusal(name);
      }
    }
    if (told.first("Arrival-Date").isPresent() && told.first("Received-Date").isPresent()) {
      throw ReportFault.BOTH_DATES.refusal("Received-Date");
    }
    if (!VERSIONS.contains(plain(told, "Version"))) {
      throw ReportFault.VERSION.refusal(plain(told, "Version"));
    }
    // RFC 6591 3.2
    int failures = told.values("Auth-Failure").size();
    if (failures > 1) {
      throw ReportFault.TWICE.refusal("Auth-Failure");
    }
    if (failures == 0 && About.of(plain(told, "Feedback-Type")) == About.AUTH_FAILURE) {
      throw ReportFault.MISSING.refusal("Auth-Failure");
    }
  }

  /** The headers of the third part: without it there is no evidence (RFC 5965 2 d). */
  private static MailFields original(List<Part> parts, MimeReader reader) {
    if (parts.size() < 3) {
      throw ReportFault.NO_THIRD_PART.refusal(String.valueOf(parts.size()));
    }
    var third = parts.get(2);
    if (third.type().isMessage()) {
      return reader.message(third.content(), third.depth() + 1).fields();
    }
    if (third.type().type().equals("text/rfc822-headers")) {
      return MailFields.read(third.content());
    }
    throw ReportFault.NO_THIRD_PART.refusal(third.type().type());
  }

  private static String plain(MailFields told, String name) {
    return MailDate.withoutComments(told.first(name).orElse("")).strip();
  }

  private static nl.poort25.network.Cidr address(String value) {
    return ReceivedChain.address(value)
        .orElseThrow(() -> ReportFault.VALUE.refusal("Source-IP: " + value));
  }

  private static Instant date(String value) {
    return MailDate.ofMail(value)
        .orElseThrow(() -> ReportFault.VALUE.refusal("Arrival-Date: " + value));
  }

  private static Integer port(String value) {
    return (int) number("Source-Port", value, HIGHEST_PORT);
  }

  private static Long incidents(String value) {
    return number("Incidents", value, UINT32);
  }

  private static long number(String name, String value, long highest) {
    String digits = MailDate.withoutComments(value).strip();
    if (!NUMBER.matcher(digits).matches() || Long.parseLong(digits) > highest) {
      throw ReportFault.VALUE.refusal(name + ": " + value);
    }
    return Long.parseLong(digits);
  }
}
