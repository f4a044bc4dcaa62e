package nl.poort25.monitoring;

/**
 * A number of the monitoring. What is counted is exact up to a thousand; 1001 says that there are
 * more.
 */
enum Figure {
  TICKETS_LATE("tickets of staff that are past their deadline (4.9)"),
  TICKETS_DUE_TODAY("tickets of staff that are due today, and not late yet"),
  TICKETS_UNANSWERED("tickets with a message of a partner that nobody has answered"),
  ORDERS_WAITING("orders and changes of mail services that staff has to deal with (3.8)"),
  DOMAINS_MX_WRONG("domains whose MX records lead elsewhere (3.10)"),
  DOMAINS_BOUNCING("domains whose mail comes to the relays, which refuse it"),
  NAMES_DUE("names whose records in the DNS are to be looked at now"),
  MAILS_WAITING("mails that were written and not sent yet"),
  MAILS_GIVEN_UP("mails that were given up"),
  MAILS_OLDEST_WAITING_SECONDS("for how long the oldest mail has been waiting"),
  CHANGES_OLDEST_UNMADE_SECONDS(
      "for how long the oldest decision has been in no generation, as far as this node has seen");

  private final String meaning;

  Figure(String meaning) {
    this.meaning = meaning;
  }

  /** In small letters, with the prefix of all that the portal tells. */
  String metric() {
    return Metric.name(name());
  }

  String meaning() {
    return meaning;
  }
}
