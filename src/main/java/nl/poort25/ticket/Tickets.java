package nl.poort25.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.poort25.account.Account;
import nl.poort25.account.Accounts;
import nl.poort25.account.Partner;
import nl.poort25.account.Scope;
import nl.poort25.audit.Act;
import nl.poort25.network.Connection;
import nl.poort25.setting.Settings;
import nl.poort25.ticket.TicketAct.TicketFiled;
import nl.poort25.web.Conflict;

/** The tickets, looked up as a partner or as staff may see them. */
@ApplicationScoped
@Transactional
public class Tickets {
  @PersistenceContext EntityManager em;
  @Inject SequenceNumbers numbers;
  @Inject Accounts accounts;
  @Inject Event<Act> acts;
  private WorkingDays workingDays;

  protected Tickets() {}

  @Inject
  Tickets(Settings settings) {
    workingDays = WorkingDays.of(settings);
  }

  /** Makes it now, so that a setting that cannot be used stops the start. */
  void start(@Observes Startup event) {}

  /**
   * Files a ticket in the transaction of what it is about, which its caller calls again where the
   * database refuses it ({@code Retry.onCollision}): that happens to tickets of the same moment,
   * the first of their year. The confirmation of receipt goes to who filed it.
   *
   * @param connection null where none is concerned
   * @param filedBy null where staff filed it for the partner: nobody asked, so no term runs (4.9)
   * @param about at most 300 characters
   */
  public Ticket file(
      Ticket.Matter matter,
      Partner partner,
      Connection connection,
      Account filedBy,
      String about,
      int violations,
      Instant now) {
    var ticket =
        new Ticket(
            numbers.next("P25", now),
            matter,
            partner,
            connection,
            filedBy,
            about,
            violations,
            term(matter, filedBy, now),
            now);
    em.persist(ticket);
    acts.fire(new TicketFiled(ticket));
    return ticket;
  }

  boolean isWorkingDay(LocalDate day) {
    return workingDays.isWorkingDay(day);
  }

  /** The term that begins now (4.9). */
  public Deadline term(Instant now) {
    return workingDays.term(now);
  }

  /**
   * The term of that ticket that begins now; null where none runs: the policy sets one for requests
   * only, and what staff took over nobody requested.
   */
  public Deadline term(Ticket ticket, Instant now) {
    return term(ticket.getMatter(), ticket.getFiledBy(), now);
  }

  private Deadline term(Ticket.Matter matter, Account filedBy, Instant now) {
    return matter == Ticket.Matter.EXEMPTION && filedBy != null ? term(now) : null;
  }

  /** With all that its page shows. */
  public Ticket get(long id, Scope scope) {
    return em
        .createQuery(
            "select t from Ticket t join fetch t.partner left join fetch t.connection"
                + " left join fetch t.filedBy left join fetch t.assignedTo where t.id = :id",
            Ticket.class)
        .setParameter("id", id)
        .getResultList()
        .stream()
        .filter(t -> scope.includes(t.getPartner()))
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  /** The same, and nobody else changes it until the transaction ends. */
  @Transactional(TxType.MANDATORY) // a lock lasts as long as its transaction
  Ticket lock(long id, Scope scope) {
    var ticket = get(id, scope);
    // not em.lock: that refuses a row that somebody else has just changed, instead of reading it
    em.refresh(ticket, LockModeType.PESSIMISTIC_WRITE);
    return ticket;
  }

  /** The ticket of exactly that number, if it is in scope. */
  public Optional<TicketRow> numbered(String number, Scope scope, Instant now) {
    return em
        .createQuery("select t from Ticket t where t.number = :number", Ticket.class)
        .setParameter("number", number)
        .getResultList()
        .stream()
        .filter(ticket -> scope.includes(ticket.getPartner()))
        .map(ticket -> new TicketRow(ticket, now, scope.isAll()))
        .findFirst();
  }

  /**
   * @param to somebody of {@link #staff}
   * @param seen the id of who had it on the page that this was chosen on, or null
   * @throws Conflict if it has changed hands since
   */
  public Account assign(long id, long to, Long seen) {
    var ticket = lock(id, Scope.ALL);
    var staff =
        staff().stream()
            .filter(a -> a.getId() == to)
            .findFirst()
            .orElseThrow(() -> new Conflict("account " + to + " does not handle tickets"));
    if (ticket.getAssignedTo() != staff) {
      acts.fire(ticket.assign(staff, seen));
    }
    return staff;
  }

  /** Who handles tickets: all of the staff who do more than read. */
  public List<Account> staff() {
    return accounts.handlers();
  }
}
