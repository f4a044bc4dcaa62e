package nl.poort25.mx;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.poort25.account.Scope;
import nl.poort25.audit.Act;
import nl.poort25.database.FreeRows;
import nl.poort25.domain.CompetingClaims;
import nl.poort25.domain.DomainAct;
import nl.poort25.domain.DomainAct.DomainReceived;
import nl.poort25.domain.DomainAct.DomainRegistered;
import nl.poort25.domain.MxState;
import nl.poort25.domain.Registration;
import nl.poort25.domain.Registrations;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import org.hibernate.Session;

/**
 * Repository of the DNS checks. Each step is a short transaction, and no query to the DNS is made
 * within one.
 */
@ApplicationScoped
@Transactional
class DnsChecks {
  /** Which names are looked at by themselves, each by a round of its own. */
  enum Lane {
    ALL("next_at", Duration.ofMinutes(20)),
    /** New ones without proof, each minute: none of the others waits for these. */
    NEW("eager_at", DnsCheck.LONGEST);

    private final String column;

    /** How long a name that a node has taken is left to it. */
    private final Duration lease;

    Lane(String column, Duration lease) {
      this.column = column;
      this.lease = lease;
    }
  }

  private static final Logger LOG = System.getLogger(DnsChecks.class.getName());

  @PersistenceContext EntityManager em;
  private Registrations registrations;
  private CompetingClaims claimants;
  private Event<Act> acts;
  private InstantSource clock;
  private Duration usual;
  private Duration proofTerm;

  protected DnsChecks() {}

  @Inject
  DnsChecks(
      Registrations registrations,
      CompetingClaims claimants,
      Event<Act> acts,
      Settings settings,
      InstantSource clock) {
    this.registrations = registrations;
    this.claimants = claimants;
    this.acts = acts;
    this.clock = clock;
    usual = Duration.ofHours(settings.number(Setting.MX_RECHECK_HOURS));
    proofTerm = Duration.ofDays(settings.number(Setting.PROOF_TERM_DAYS));
  }

  void schedule(@Observes DomainAct act) {
    if (act instanceof DomainRegistered || act instanceof DomainReceived) {
      em.persist(new DnsCheck(act.registration().getId(), clock.instant()));
    }
  }

  /** Makes it now, so that a setting that cannot be used stops the start. */
  void start(@Observes Startup event) {}

  /**
   * A look that may begin.
   *
   * @param needsTxt whether the TXT record matters though the MX records are correct
   * @param needsZone whether it matters who runs the DNS: where the provider is said to (3.12)
   */
  record Run(
      long registrationId, ProofRecord proof, boolean needsTxt, boolean needsZone, Instant began) {
    private static Run of(Registration registration, Instant now) {
      return new Run(
          registration.getId(),
          proofRecord(registration),
          !registration.getControl().isProvenWithoutTxt(),
          registration.isDnsByProvider(),
          now);
    }
  }

  /** Begins a look, unless one runs or the registration has ended. */
  Optional<Run> begin(long registrationId) {
    var now = clock.instant();
    int begun =
        em.createQuery(
                "update DnsCheck c set c.runningSince = :now where c.registrationId = :id"
                    + " and (c.runningSince is null or c.runningSince <= :dead)")
            .setParameter("now", now)
            .setParameter("id", registrationId)
            .setParameter("dead", now.minus(DnsCheck.LONGEST))
            .executeUpdate();
    if (begun == 0) {
      return Optional.empty();
    }
    var registration = registrations.get(registrationId, Scope.ALL);
    if (!registration.isActive()) {
      em.find(DnsCheck.class, registrationId, LockModeType.PESSIMISTIC_WRITE).abort();
      return Optional.empty();
    }
    return Optional.of(Run.of(registration, now));
  }

  /**
   * What was due.
   *
   * @param due how many names, with those at which somebody looks just now
   * @param runs a look at each of the others
   */
  record Taken(int due, List<Run> runs) {}

  /** Takes the names that have waited longest, and begins a look at each. */
  Taken take(Lane lane, int most) {
    var due = due(lane, most);
    return new Taken(due.size(), due.isEmpty() ? List.of() : begin(due));
  }

  private List<Run> begin(List<DnsCheck> due) {
    batch(due.size());
    var now = clock.instant();
    var begun = new ArrayList<Long>();
    for (var check : due) {
      if (!check.isRunning(now)) {
        check.begin(now);
        begun.add(check.getRegistrationId());
      }
    }
    return em
        .createQuery("select r from Registration r where r.id in :ids", Registration.class)
        .setParameter("ids", begun)
        .getResultList()
        .stream()
        .flatMap(registration -> run(registration, now).stream())
        .toList();
  }

  /** Empty for one that cannot be looked at: it is to cost the others of its batch nothing. */
  private static Optional<Run> run(Registration registration, Instant now) {
    try {
      return Optional.of(Run.of(registration, now));
    } catch (IllegalArgumentException e) {
      LOG.log(Level.ERROR, "registration " + registration.getId() + " cannot be looked at", e);
      return Optional.empty();
    }
  }

  private List<DnsCheck> lockFree(Collection<Long> ids) {
    return FreeRows.lock(em, DnsCheck.class, "dns_check", "registration_id", ids);
  }

  /** Takes what a look found, unless another look has taken its place. */
  void recordResult(Run run, DnsCheckResult look) {
    var registration = registrations.lock(run.registrationId(), Scope.ALL);
    var check = em.find(DnsCheck.class, run.registrationId(), LockModeType.PESSIMISTIC_WRITE);
    record(run, look, registration, check);
  }

  /**
   * A look that is over.
   *
   * @param result null where it broke off
   */
  record Finished(Run run, DnsCheckResult result) {
    /** Whether the DNS answered anything. */
    boolean isAnswered() {
      return result != null && result.isAnswered();
    }
  }

  /**
   * The same of many, none of which broke off.
   *
   * @return those that were passed over since somebody else holds the registration
   */
  List<Finished> recordResults(List<Finished> looks) {
    batch(looks.size());
    var ids = looks.stream().map(look -> look.run().registrationId()).toList();
    var free = registrations.lockFree(ids).stream().collect(toMap(Registration::getId, one -> one));
    var checks =
        lockFree(free.keySet()).stream().collect(toMap(DnsCheck::getRegistrationId, one -> one));
    var left = new ArrayList<Finished>();
    for (var look : looks) {
      var check = checks.get(look.run().registrationId());
      if (check == null) {
        left.add(look);
      } else {
        record(look.run(), look.result(), free.get(check.getRegistrationId()), check);
      }
    }
    return left;
  }

  /** What is written goes to the database so many rows at a time. */
  private void batch(int rows) {
    em.unwrap(Session.class).setJdbcBatchSize(rows);
  }

  private void record(Run run, DnsCheckResult look, Registration registration, DnsCheck check) {
    if (!check.isRunSince(run.began())) {
      return;
    }
    var now = clock.instant();
    var state = MxState.valueOf(look.outcome().name());
    check.recordResult(look, state != registration.getStatus().getMx(), now);
    var next =
        RecheckInterval.next(
            look.outcome(), check.getVerdictSince(), proofEnds(registration), usual, now);
    boolean contested = claimants.isContested(registration, state);
    var seen = registration.recordObservation(state, look.proofSeen(), contested, proofTerm, now);
    if (registration.isActive()) {
      check.schedule(
          next,
          RecheckInterval.nextEager(
              registration.getRegisteredAt(), registration.getControl().isProven(), now));
    }
    seen.forEach(acts::fire);
  }

  void abort(Run run) {
    var check = em.find(DnsCheck.class, run.registrationId(), LockModeType.PESSIMISTIC_WRITE);
    if (check.isRunSince(run.began())) {
      check.abort();
    }
  }

  /** The names that have waited longest; for a while no other node gets them. */
  @SuppressWarnings("unchecked") // the type is given
  List<DnsCheck> due(Lane lane, int most) {
    var now = clock.instant();
    List<DnsCheck> due =
        em.createNativeQuery(
                "select * from dns_check where %1$s > :begin and %1$s <= :now order by %1$s fetch first %2$d"
                        .formatted(lane.column, most)
                    + " rows only for update skip locked",
                DnsCheck.class)
            // without a lower bound H2 reads all that are null: every name that is not new
            .setParameter("begin", Instant.EPOCH)
            .setParameter("now", now)
            .getResultList();
    due.forEach(check -> check.lease(lane, now.plus(lane.lease)));
    return due;
  }

  Optional<DnsCheck> of(long registrationId) {
    return Optional.ofNullable(em.find(DnsCheck.class, registrationId));
  }

  /** When the term of a proof that is no longer seen is over; null where none runs. */
  Instant proofEnds(Registration registration) {
    var lostAt = registration.getControl().getLostAt();
    return lostAt == null ? null : lostAt.plus(proofTerm);
  }

  static ProofRecord proofRecord(Registration registration) {
    return new ProofRecord(registration.getName(), registration.getControl().getToken());
  }
}
