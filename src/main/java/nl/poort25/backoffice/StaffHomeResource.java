package nl.poort25.backoffice;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import nl.poort25.account.CurrentUser;
import nl.poort25.account.SignedInUser;
import nl.poort25.domain.DomainCounts;
import nl.poort25.domain.DomainRow;
import nl.poort25.domain.DomainStatus;
import nl.poort25.list.BoundedCount;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListUnion;
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
  private static final List<QueueView> TALLIED =
      List.of(
          QueueView.LATE,
          QueueView.TODAY,
          QueueView.UNANSWERED,
          QueueView.MINE,
          QueueView.UNASSIGNED,
          QueueView.WAITING);
  private static final int SHOWN = 8;
  private static final String UNSENT = "unsent";
  private static final Text NOTHING = Text.of("backoffice.queue.nothing");

  @PersistenceContext EntityManager em;
  @Inject TicketList tickets;
  @Inject StaffTasks workAtHand;
  @Inject DomainCounts domains;
  @Inject Outbox outbox;
  @Inject CurrentUser user;
  @Inject InstantSource clock;

  /**
   * So many tickets of a view of the queue.
   *
   * @param how many, in words
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
  @Transactional
  public Page show() {
    var visitor = user.visitor();
    var now = clock.instant();
    var counts = count(visitor, now);
    var work = workAtHand.of(counts);
    var mine = work.stream().filter(w -> w.isFor(visitor)).toList();
    var others = work.stream().filter(w -> !w.isFor(visitor)).toList();
    var tallies = tallies(counts);
    var lines = tickets.first(SHOWN, now);
    boolean nothing = lines.isEmpty() && tallies.isEmpty() && work.isEmpty();
    // who confirms what the network does and decides nothing, finds his own work first
    boolean workFirst = visitor.network() && !visitor.reviews() && !mine.isEmpty();
    return Page.of("backoffice/queue.html")
        .with("headline", nothing ? NOTHING : title(tallies, lines, mine, workFirst))
        .with("lead", "backoffice.queue.lead." + (nothing ? "nothing" : role(visitor)))
        .with("nothing", nothing)
        .with("tallies", tallies)
        .with("lines", lines)
        .with("mine", mine)
        .with("others", others)
        .with("workFirst", workFirst)
        .with("unsent", unsent(counts.get(UNSENT)))
        .with("troubled", troubled(counts));
  }

  private static Text unsent(BoundedCount mails) {
    return mails.isZero() ? null : mails.say("backoffice.queue.unsent");
  }

  /** All that the page says the number of, in one statement. */
  private Map<Object, BoundedCount> count(SignedInUser visitor, Instant now) {
    var lists = new ListUnion<Object>();
    StaffTasks.addCounted(lists, now);
    lists.addAll(TicketList.counted(TALLIED, visitor.id(), now));
    TROUBLED.forEach(
        standing -> lists.add(standing, DomainCounts.standing(user.everything(), standing)));
    outbox.troubled().forEach(mails -> lists.add(UNSENT, mails));
    return lists.count(em, ListPage.COUNTED);
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

  private static List<Tally> tallies(Map<Object, BoundedCount> counts) {
    return TALLIED.stream()
        .filter(view -> !counts.get(view).isZero())
        .map(view -> new Tally(view, counts.get(view).text(), view == QueueView.LATE))
        .toList();
  }

  /** A status of domains that asks for somebody, how many have it, and the first of them. */
  public record Troubled(DomainStatus standing, BoundedCount count, List<DomainRow> first) {
    public Text how() {
      return count.text();
    }

    /** Whether there are others. */
    public boolean isPart() {
      return count.isMore() || count.number() > first.size();
    }
  }

  private List<Troubled> troubled(Map<Object, BoundedCount> counts) {
    return domains.first(user.everything(), TROUBLED, SHOWN).entrySet().stream()
        .map(found -> new Troubled(found.getKey(), counts.get(found.getKey()), found.getValue()))
        .toList();
  }
}
