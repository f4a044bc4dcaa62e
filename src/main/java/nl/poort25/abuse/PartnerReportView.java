package nl.poort25.abuse;

import java.time.Instant;
import nl.poort25.network.Cidr;

/**
 * What the partner may see of a report: type, address, port, number and dates, never text of the
 * reporter or sender. Header fields such as Received or To, and the body, could identify the
 * complainant (VERP); address and time suffice to find the message in a mail log.
 *
 * @param about the constant of what was complained about
 * @param source address and, if the report has it, port of the sender's side
 * @param at when, as staff confirmed it
 * @param messageAt the message's own date, or null
 */
public record PartnerReportView(
    String about, String source, long incidents, Instant at, Instant messageAt) {
  static PartnerReportView of(AbuseReport report) {
    return new PartnerReportView(
        report.getContents().getAbout(),
        text(report.getAddress(), report.getContents().getSourcePort()),
        report.getContents().getIncidents(),
        report.getHeldAt(),
        report.getContents().getMessageAt());
  }

  /** As a URL writes it: "192.0.2.10:54321", "[2001:db8::1]:54321". */
  static String text(Cidr address, Integer port) {
    if (port == null) {
      return address.toString();
    }
    return (address.isIpv6() ? "[" + address + "]" : address) + ":" + port;
  }
}
