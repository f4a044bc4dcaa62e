package nl.poort25.mx;

import java.time.Instant;
import nl.poort25.list.ListQuery;

/** The names whose records in the DNS are to be looked at now. */
public final class DueDnsChecks {
  private DueDnsChecks() {}

  /** In a list for counting. */
  public static ListQuery<?> counted(Instant now) {
    return ListQuery.ofIds("DnsCheck c")
        .bound("c.nextAt <= :now", "now", now)
        .byTime("c.nextAt", id -> null);
  }
}
