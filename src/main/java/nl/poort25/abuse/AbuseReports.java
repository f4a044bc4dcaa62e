package nl.poort25.abuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.poort25.account.Account;
import nl.poort25.account.Partner;
import nl.poort25.audit.Act;
import nl.poort25.list.ListQuery;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;
import nl.poort25.network.ConnectionRange;
import nl.poort25.network.Connections;
import nl.poort25.web.Conflict;

/** The reports of abuse, and what staff does with them. */
@ApplicationScoped
@Transactional
public class AbuseReports {
  private static final int MOST_OF_A_CASE = 100;
  static final String WITH_HOLDER =
      "select r from AbuseReport r left join fetch r.connection n left join fetch n.partner ";
  private static final String SAME_DAY =
      "where r.address = :address and r.day = :day and r.state = :state order by r.id";

  private static final List<ReportState> WAITING =
      List.of(ReportState.MATCHED, ReportState.UNMATCHED, ReportState.CONFIRMED);

  @PersistenceContext EntityManager em;
  @Inject Connections connections;
  @Inject OpenCaseQueries openCases;
  @Inject Event<Act> acts;

  /** Staff says which address it is about, where the report does not. */
  void assignAddress(long id, int version, Cidr address, long by, Instant now) {
    var report = lock(id, version);
    var then = report.likeliestAt(now);
    var holder = holder(address, then).orElse(null);
    acts.fire(report.assignAddress(address, then, holder, em.find(Account.class, by), now));
  }

  /** The connection that an address was on then, with its partner. */
  Optional<Connection> holder(Cidr address, Instant then) {
    return connections.holder(address, then).map(ConnectionRange::getConnection);
  }

  /** With all that its page shows. */
  public AbuseReport get(long id) {
    return em
        .createQuery(
            WITH_HOLDER
                + "join fetch r.uploadedBy left join fetch r.confirmedBy"
                + " left join fetch r.namedBy"
                + " left join fetch r.dismissedBy left join fetch r.abuseCase where r.id = :id",
            AbuseReport.class)
        .setParameter("id", id)
        .getResultList()
        .stream()
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  private AbuseReport lock(long id, int version) {
    var report = get(id);
    em.refresh(report, LockModeType.PESSIMISTIC_WRITE);
    report.mustStillBe(version);
    return report;
  }

  /** How many others of its address and day are as far as it is. */
  List<AbuseReport> siblings(AbuseReport report) {
    return report.getAddress() == null
        ? List.of()
        : sameDay(report, report.getState()).stream()
            .filter(other -> !other.getId().equals(report.getId()))
            .toList();
  }

  private List<AbuseReport> sameDay(AbuseReport report, ReportState state) {
    return em.createQuery(WITH_HOLDER + SAME_DAY, AbuseReport.class)
        .setParameter("address", report.getAddress().toString())
        .setParameter("day", report.getDay())
        .setParameter("state", state)
        .getResultList();
  }

  /**
   * Staff confirms address and moment.
   *
   * @param others whether the same is said of the other matched reports on that address and day,
   *     each at the moment that it was matched by
   * @return false where nobody of ours held the address then
   */
  public boolean confirm(
      long id, int version, Cidr address, ReportDate moment, boolean others, long by, Instant now) {
    var report = lock(id, version);
    var then = report.at(moment);
    var holder = then == null ? Optional.<Connection>empty() : holder(address, then);
    if (holder.isEmpty()) {
      return false;
    }
    var account = em.find(Account.class, by);
    acts.fire(report.confirm(address, then, holder.get(), account, now));
    if (others) {
      for (var other : sameDay(report, ReportState.MATCHED)) {
        if (Objects.equals(other.getConnection().getId(), holder.get().getId())) {
          acts.fire(
              other.confirm(
                  other.getAddress(), other.getHeldAt(), other.getConnection(), account, now));
        }
      }
    }
    return true;
  }

  /** All confirmed ones on the address and day of a confirmed one: one case an address a day. */
  List<AbuseReport> gathered(Long reportId) {
    if (reportId == null) {
      return List.of();
    }
    var report = get(reportId);
    if (report.getState() != ReportState.CONFIRMED) {
      throw new Conflict("report " + reportId + " is " + report.getState());
    }
    return sameDay(report, ReportState.CONFIRMED);
  }

  /** Puts it, and the confirmed ones of the same day, into the open case on its address. */
  AbuseCase gather(long id, int version) {
    var report = lock(id, version);
    var open = openCase(report).orElseThrow(() -> new Conflict("no case for report " + id));
    gathered(id).forEach(each -> acts.fire(each.gather(open)));
    return open;
  }

  /** The open case on its address that is about the same partner. */
  Optional<AbuseCase> openCase(AbuseReport report) {
    return report.getAddress() == null || report.getConnection() == null
        ? Optional.empty()
        : openCases.openOn(report.getAddress()).stream()
            .filter(c -> isOf(c, report.getConnection().getPartner()))
            .findFirst();
  }

  private static boolean isOf(AbuseCase open, Partner partner) {
    return open.getPartner().getId().equals(partner.getId());
  }

  void dismiss(long id, int version, String why, long by, Instant now) {
    acts.fire(lock(id, version).dismiss(why, em.find(Account.class, by), now));
  }

  /** Those of a case, the newest last. */
  List<AbuseReport> of(long caseId) {
    return em.createQuery(
            "select r from AbuseReport r where r.abuseCase.id = :case"
                + " order by r.abuseCase.id, r.id",
            AbuseReport.class)
        .setParameter("case", caseId)
        .setMaxResults(MOST_OF_A_CASE)
        .getResultList();
  }

  /** Those in each state that waits for somebody, in lists for counting. */
  public static Map<ReportState, ListQuery<?>> counted() {
    var waiting = new EnumMap<ReportState, ListQuery<?>>(ReportState.class);
    for (var state : WAITING) {
      waiting.put(
          state, ListQuery.ofIds("AbuseReport r").fix("r.state", state).byNumber("r.id", id -> id));
    }
    return waiting;
  }
}
