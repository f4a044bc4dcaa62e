package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.poort25.account.Account;
import nl.poort25.account.Scope;
import nl.poort25.audit.Act;
import nl.poort25.exemption.ExemptionAct.OpeningConfirmed;
import nl.poort25.network.Cidr;
import nl.poort25.network.Flow;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.text.LocalizedTexts;
import nl.poort25.ticket.TicketOutcome;
import nl.poort25.web.Conflict;

/** What becomes of the openings after the decision, until they are closed. */
@ApplicationScoped
@Transactional
public class Openings {
  @PersistenceContext EntityManager em;
  @Inject Exemptions exemptions;
  @Inject Settings settings;
  @Inject InstantSource clock;
  @Inject Event<Act> acts;
  @Inject PointConfirmations pointConfirmations;

  /**
   * Somebody with the network role has opened, or closed, what was to be (4.10).
   *
   * @param lines ids; what has nothing to be done is a conflict
   */
  public void confirm(
      long id, Opening.ToDo done, Set<Long> lines, String note, long by, Instant now) {
    var exemption = exemptions.lock(id, Scope.ALL);
    var chosen =
        exemptions.openings(id).stream().filter(line -> lines.contains(line.getId())).toList();
    if (done == Opening.ToDo.OPEN && chosen.stream().anyMatch(o -> o.getBlockedBy() != null)) {
      throw new Conflict("a line of exemption " + id + " is blocked");
    }
    if (!pointConfirmations.awaited(chosen).isEmpty()) {
      throw new Conflict("the enforcement points report the lines of exemption " + id);
    }
    confirm(exemption, done, chosen, note, em.getReference(Account.class, by), now);
  }

  /**
   * The enforcement points hold what is to be open, or no longer what is to be closed, as was read
   * back from them (4.10).
   *
   * @param note which points, and which state
   */
  public void confirmReadBack(
      long id, Opening.ToDo done, Set<Long> lines, String note, Instant now) {
    var exemption = exemptions.lock(id, Scope.ALL);
    var chosen =
        exemptions.openings(id).stream()
            .filter(line -> lines.contains(line.getId()) && line.getToDo() == done)
            .filter(line -> done == Opening.ToDo.CLOSE || line.getBlockedBy() == null)
            .toList();
    confirm(exemption, done, chosen, note, null, now);
  }

  private void confirm(
      Exemption exemption,
      Opening.ToDo done,
      List<Opening> lines,
      String note,
      Account account,
      Instant now) {
    for (var line : lines) {
      if (done == Opening.ToDo.OPEN) {
        line.confirmOpened(account, note, now);
      } else {
        line.confirmClosed(account, note, now);
      }
      acts.fire(new OpeningConfirmed(line));
    }
    follow(exemption, now);
  }

  /** Puts the exemption, and its ticket, in the state that its lines are in together. */
  void follow(Exemption exemption, Instant now) {
    var lines = exemptions.openings(exemption.getId());
    if (exemption.follow(lines, now)) {
      boolean open = exemption.getState() == ExemptionState.OPEN;
      if (open && exemption.getConfirmBy() == null) {
        exemption.getTerm().start(nextConfirmation(now));
      }
      if (open) {
        boolean partly = exemption.isPartly();
        exemption.closeTicket(partly ? TicketOutcome.PARTLY_OPEN : TicketOutcome.OPEN, now);
      } else if (exemption.getState().isOver()) {
        exemption.closeTicket(TicketOutcome.ENDED, now);
      }
    }
  }

  /** When something was first opened or closed by what was decided here; null for never. */
  public Instant firstConfirmed() {
    return em.createQuery(
            "select min(e.at) from AuditEntry e where e.act = 'OpeningConfirmed'", Instant.class)
        .getSingleResult();
  }

  public Instant nextConfirmation(Instant now) {
    int months = settings.number(Setting.EXEMPTION_CONFIRM_MONTHS);
    return ZonedDateTime.ofInstant(now, LocalizedTexts.ZONE).plusMonths(months).toInstant();
  }

  /** What still is to be opened or closed, oldest first. */
  public List<Opening> toDo() {
    return em.createQuery(
            "select o from Opening o join fetch o.exemption where o.toDo in (OPEN, CLOSE)"
                + " order by o.exemption.id, o.id",
            Opening.class)
        .getResultList();
  }

  /** What is to be open now, whether or not it is yet, each with the id of its decision. */
  public Map<Flow, Long> granted() {
    var granted = new HashMap<Flow, Long>();
    em.createQuery(
            "select o.source, o.destination, o.decision.id from Opening o"
                + " where o.state in (APPROVED, OPEN) order by o.decision.id",
            Object[].class)
        .getResultList()
        .forEach(row -> granted.put(Flow.of((String) row[0], (String) row[1]), (Long) row[2]));
    return granted;
  }

  /**
   * Since when the portal says that those are open: {@link Instant#MAX} where it does not say so
   * yet, and nothing of what no opening is about.
   */
  public Map<String, Instant> openSince(Collection<String> destinations) {
    var since = new HashMap<String, Instant>();
    if (destinations.isEmpty()) {
      return since;
    }
    em.createQuery(
            "select o.destination, o.confirmed.open, o.confirmed.openedAt from Opening o"
                + " where o.destinationKey in :keys and o.state in (APPROVED, OPEN)",
            Object[].class)
        .setParameter("keys", destinations.stream().map(to -> Cidr.of(to).firstKey()).toList())
        .getResultList()
        .forEach(
            row -> {
              var from = row[2] == null ? Instant.EPOCH : (Instant) row[2];
              since.merge(
                  (String) row[0],
                  (Boolean) row[1] ? from : Instant.MAX,
                  (one, other) -> one.isBefore(other) ? one : other);
            });
    return since;
  }

  /** The openings that are open or waiting to any of these addresses, with their exemptions. */
  List<Opening> on(Collection<Cidr> cidrs) {
    return cidrs.stream().flatMap(cidr -> on(cidr).stream()).distinct().toList();
  }

  private List<Opening> on(Cidr cidr) {
    return em.createQuery(
            "select o from Opening o join fetch o.exemption e join fetch e.ticket"
                + " join fetch e.partner where o.destinationKey >= :first"
                + " and o.destinationKey <= :last and o.state not in (CLOSED, DECLINED)"
                + " order by o.destinationKey, o.id",
            Opening.class)
        .setParameter("first", cidr.firstKey())
        .setParameter("last", cidr.lastKey())
        .getResultList();
  }
}
