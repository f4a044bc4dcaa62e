package nl.poort25.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How many rows there are of what, and which row belongs to which: all are numbered from 1 on.
 *
 * @param domains at least 1,000
 * @param others for how many domains there is one customer, connection, exemption and ticket; of so
 *     many of these one is about abuse
 * @param now the moment at which all of it is as it is
 */
record ProviderSize(int domains, int others, Instant now) {
  /** Those with ids that the portal goes on from. */
  static final List<String> NUMBERED =
      List.of(
          "partner",
          "account",
          "customer",
          "connection",
          "connection_range",
          "prefix",
          "registration",
          "mail_service",
          "ticket",
          "ticket_update",
          "exemption",
          "opening",
          "decision",
          "abuse_case",
          "abuse_case_address",
          "abuse_report",
          "audit_entry",
          "outbox_mail");

  /** One of staff with each role, behind them two people of each partner. */
  static final int STAFF = 4;

  private static final Duration PAST = Duration.ofDays(1000);

  /** Less than the term after which mails go to the archive. */
  private static final Duration KEPT = Duration.ofDays(365);

  ProviderSize(int domains, int others) {
    this(domains, others, Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  int partners() {
    return Math.max(10, domains / 500);
  }

  int customers() {
    return domains / others;
  }

  int connections() {
    return domains / others;
  }

  int requests() {
    return domains / others;
  }

  int cases() {
    return domains / others / others;
  }

  int entries() {
    return domains * 5;
  }

  /** Of the thing of that number: each tenth is the first partner's. */
  long partnerOf(int number) {
    return number % 10 == 0 ? 1 : 2 + number % (partners() - 1);
  }

  /** The customer, or the connection, of a thing of that number: the same partner's. */
  long customerOf(int number) {
    int apart = 10 * (partners() - 1); // whose numbers differ by this are one partner's
    int last = customers() / apart * apart;
    return number % last == 0 ? last : number % last;
  }

  /** The first person of a partner. */
  long personOf(long partner) {
    return STAFF + 2L * partner - 1;
  }

  long staff(int number) {
    return 1L + number % STAFF;
  }

  /** Spread over the past, the last one just now. */
  Instant past(long number, long of) {
    return before(PAST, number, of);
  }

  /** The same of what is kept for {@link #KEPT} only. */
  Instant kept(long number, long of) {
    return before(KEPT, number, of);
  }

  private Instant before(Duration span, long number, long of) {
    return now.minusMillis(span.toMillis() * (of - number) / of);
  }
}
