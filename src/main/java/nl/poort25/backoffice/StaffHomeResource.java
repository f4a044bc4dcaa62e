package nl.poort25.backoffice;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.poort25.account.CurrentUser;
import nl.poort25.account.SignedInUser;
import nl.poort25.domain.DomainCounts;
import nl.poort25.domain.DomainList;
import nl.poort25.domain.DomainRow;
import nl.poort25.domain.DomainStatus;
import nl.poort25.list.ListRequest;
import nl.poort25.outbox.Outbox;
import nl.poort25.text.Text;
import nl.poort25.ticket.QueueView;
import nl.poort25.ticket.TicketList;
import nl.poort25.ticket.TicketRow;
import nl.poort25.web.Page;

/** Staff's home page: tickets by deadline, other tasks, and domains that do not work. */
@Path("/backoffice")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class StaffHomeResource {
  private static final List<DomainStatus> TROUBLED =
      List.of(DomainStatus.BOUNCES, DomainStatus.MX_WRONG, DomainStatus.NO_PROOF);
  private static final int SHOWN = 8;
  private static final Text NOTHING = Text.of("backoffice.queue.nothing");

  @Inject TicketList tickets;
  @Inject StaffTasks workAtHand;
  @Inject DomainList domains;
  @Inject DomainCounts domainCounts;
  @Inject Outbox outbox;
  @Inject CurrentUser user;
  @Inject InstantSource clock;

  /**
   * So many tickets of a view of the queue.
   *
   * @param how many, in words: more than a hundred are not counted
   * @param pressing whether they ask for somebody now
   */
  public record Tally(QueueView view, Text how, boolean pressing) {
    /** The kind of the status word. */
    public String sign() {
      if (pressing) {
        return "bad";
      }
      return view == QueueView.TODAY ? "wait" : "info";
    }
  }

  @GET
  public Page show() {
    var visitor = user.visitor();
    var now = clock.instant();
    var work = workAtHand.gather();
    var mine = work.stream().filter(w -> w.isFor(visitor)).toList();
    var others = work.stream().filter(w -> !w.isFor(visitor)).toList();
    var tallies = tallies(visitor, now);
    var lines = tickets.first(SHOWN, now);
    boolean nothing = lines.isEmpty() && tallies.isEmpty() && work.isEmpty();
    // who confirms what the network does and decides nothing, finds his own work first
    boolean workFirst = visitor.network() && !visitor.reviews() && !mine.isEmpty();
    Map<DomainStatus, Long> counts = domainCounts.byStatus(user.everything());
    return Page.of("backoffice/queue.html")
        .with("headline", nothing ? NOTHING : title(tallies, lines, mine, workFirst))
        .with("lead", "backoffice.queue.lead." + (nothing ? "nothing" : role(visitor)))
        .with("nothing", nothing)
        .with("tallies", tallies)
        .with("lines", lines)
        .with("mine", mine)
        .with("others", others)
        .with("workFirst", workFirst)
        .with("unsent", outbox.countTroubled())
        .with("counts", counts)
        .with("troubled", troubled(counts));
  }

  /** How things stand, in a few words. */
  private static Text title(
      List<Tally> tallies, List<TicketRow> lines, List<StaffTask> mine, boolean workFirst) {
    if (workFirst) {
      return Text.of("backoffice.queue.network");
    }
    var late = tallies.stream().filter(Tally::pressing).findFirst();
    if (late.isPresent()) {
      return Text.of("backoffice.queue.late", late.get().how());
    }
    if (!lines.isEmpty()) {
      return Text.of("backoffice.queue.on-time");
    }
    return mine.isEmpty() ? NOTHING : Text.of("backoffice.queue.work");
  }

  private static String role(SignedInUser visitor) {
    if (visitor.administers()) {
      return visitor.network() ? "administrator-network" : "administrator";
    }
    return visitor.reviews() ? "reviewer" : visitor.network() ? "network" : "auditor";
  }

  private List<Tally> tallies(SignedInUser visitor, Instant now) {
    var tallies = new ArrayList<Tally>();
    for (QueueView view :
        List.of(
            QueueView.LATE,
            QueueView.TODAY,
            QueueView.UNANSWERED,
            QueueView.MINE,
            QueueView.UNASSIGNED,
            QueueView.WAITING)) {
      int count = tickets.count(view, visitor.id(), now);
      if (count > 0) {
        tallies.add(
            new Tally(
                view,
                count > TicketList.COUNTED
                    ? Text.of("ticket.count.more", TicketList.COUNTED)
                    : Text.of("web.plain", count),
                view == QueueView.LATE));
      }
    }
    return tallies;
  }

  private Map<DomainStatus, List<DomainRow>> troubled(Map<DomainStatus, Long> counts) {
    var troubled = new EnumMap<DomainStatus, List<DomainRow>>(DomainStatus.class);
    for (DomainStatus standing : TROUBLED) {
      if (counts.containsKey(standing)) {
        var asked = ListRequest.of("/backoffice/domains").with("standing", standing);
        troubled.put(
            standing, domains.page(asked, user.everything()).rows().stream().limit(SHOWN).toList());
      }
    }
    return troubled;
  }
}
