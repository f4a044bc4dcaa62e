package nl.poort25.abuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import nl.poort25.abusereport.Excerpt;
import nl.poort25.abusereport.ReceivedChain;
import nl.poort25.account.CurrentUser;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;
import nl.poort25.text.Text;
import nl.poort25.web.Page;

/** The page of one report: what it says, and who held the address at each of its dates. */
@ApplicationScoped
class ReportPages {
  @Inject AbuseReports reports;
  @Inject CurrentUser user;
  @Inject InstantSource clock;

  /**
   * One of the dates of a report.
   *
   * @param holder that the address was on then; null where nobody of ours held it
   * @param future whether the date cannot be true
   */
  public record Dated(ReportDate moment, Instant at, Connection holder, boolean future) {
    /**
     * @param name of the moment that is chosen; may be null
     */
    public boolean isNamed(String name) {
      return moment.name().equals(name);
    }
  }

  Page of(AbuseReport report) {
    var now = clock.instant();
    var dates = dates(report, now);
    var address = report.getAddress();
    var nearest = address == null ? nearest(report) : null;
    int siblings = reports.siblings(report).size();
    boolean acts = user.visitor().acts() && report.isWaiting();
    return Page.of("abuse/report.html")
        .with("report", report)
        .with("dates", dates)
        .with("holderNow", address == null ? null : reports.holder(address, now).orElse(null))
        .with("lead", Text.of(lead(report)))
        .with("acts", acts)
        .with("opens", acts && report.getState() == ReportState.CONFIRMED)
        .with("names", acts && address == null)
        .with("confirms", acts && address != null)
        .with("gathers", siblings > 0 && report.getState() == ReportState.MATCHED)
        .with("siblings", siblings)
        .with("open", reports.openCase(report).orElse(null))
        .with("nearest", nearest)
        .with("address", address == null ? nearest : address)
        .with(
            "moment",
            dates.stream()
                .filter(d -> d.at().equals(report.getHeldAt()))
                .findFirst()
                .map(d -> d.moment().name())
                .orElse(null));
  }

  private static String lead(AbuseReport report) {
    return "abuse.report.state."
        + (report.getAddress() == null && report.isWaiting()
            ? "UNMATCHED.nameless"
            : report.getState() + ".lead");
  }

  /** From where the reported message came to the last server: the likeliest one to be meant. */
  private static Cidr nearest(AbuseReport report) {
    return ReceivedChain.of(Excerpt.original(report.getContents().getExcerpt()))
        .nearest()
        .orElse(null);
  }

  private List<Dated> dates(AbuseReport report, Instant now) {
    return Arrays.stream(ReportDate.values())
        .filter(moment -> report.at(moment) != null)
        .map(moment -> dated(moment, report.at(moment), report.getAddress(), now))
        .toList();
  }

  private Dated dated(ReportDate moment, Instant at, Cidr address, Instant now) {
    var holder = address == null ? null : reports.holder(address, at).orElse(null);
    return new Dated(moment, at, holder, at.isAfter(now));
  }
}
