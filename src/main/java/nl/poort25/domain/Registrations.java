package nl.poort25.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.NotFoundException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.poort25.account.Customer;
import nl.poort25.account.Customers;
import nl.poort25.account.Partner;
import nl.poort25.account.Scope;
import nl.poort25.audit.Act;
import nl.poort25.database.Batches;
import nl.poort25.domain.DomainAct.DomainRegistered;
import nl.poort25.domainname.DomainName;
import nl.poort25.policy.Verdict;

/** The registrations, looked up as a partner or as staff may see them. */
@ApplicationScoped
@Transactional
public class Registrations {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A file that is full of names of others is no claim to them: so many at most are kept. */
  private static final int MOST_REFUSED = 500;

  @PersistenceContext EntityManager em;
  @Inject Event<Act> acts;
  @Inject Customers customers;
  @Inject CompetingClaims claimants;
  @Inject RegistrationFacts facts;
  @Inject NameLocks locks;

  /**
   * The registration with its partner and customer, if it is in scope: a partner no longer sees one
   * that was transferred to another.
   */
  public Registration get(long id, Scope scope) {
    return em
        .createQuery(
            "select r from Registration r join fetch r.partner left join fetch r.customer"
                + " where r.id = :id",
            Registration.class)
        .setParameter("id", id)
        .getResultList()
        .stream()
        .filter(r -> scope.includes(r.getPartner()) && (scope.isAll() || !r.isTransferred()))
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  /** The same, and nobody else changes it or its mail services until the transaction ends. */
  @Transactional(TxType.MANDATORY) // a lock lasts as long as its transaction
  public Registration lock(long id, Scope scope) {
    var registration = get(id, scope);
    // not em.lock: that refuses a row that somebody else has just changed, instead of reading it
    em.refresh(registration, LockModeType.PESSIMISTIC_WRITE);
    return registration;
  }

  /** The active registration of exactly that name by that partner. */
  public Optional<Registration> held(DomainName name, long partnerId) {
    return Optional.ofNullable(held(List.of(name)).get(name.toString()))
        .filter(registration -> registration.getPartner().getId() == partnerId);
  }

  /** The active registrations of exactly these names, by whomever, with their partners. */
  public Map<String, Registration> held(Collection<DomainName> names) {
    return Batches.rows(
            em,
            Registration.class,
            "select r from Registration r join fetch r.partner where r.heldName in :some",
            names.stream().map(DomainName::toString))
        .collect(Collectors.toMap(Registration::getName, r -> r));
  }

  /**
   * Judges and, if every rule holds, registers; that a name was refused because of another holder
   * is kept. Two partners at the same moment wait for one another; where the database refuses the
   * second nevertheless, the caller calls once more.
   *
   * @return empty findings where it is done; nothing where the partner has that name already, be it
   *     since a moment ago
   */
  public Optional<Verdict> register(
      long partnerId, RegistrationRequest application, Origin origin, Instant now) {
    locks.lock(List.of(application.name()));
    if (held(application.name(), partnerId).isPresent()) {
      return Optional.empty();
    }
    var asked = RegistrationCandidate.typed(partnerId, application, origin);
    var verdict = judge(List.of(asked), now).get(0);
    recordRefused(List.of(asked), List.of(verdict), now);
    if (verdict.holds()) {
      String customer = application.customer();
      register(
          asked,
          em.getReference(Partner.class, partnerId),
          customer == null ? null : customers.namedOrNew(partnerId, customer),
          now);
    }
    return Optional.of(verdict);
  }

  /** Judged before, and locked. */
  public Registration register(
      RegistrationCandidate asked, Partner partner, Customer customer, Instant now) {
    var registration =
        new Registration(partner, customer, asked.application(), asked.origin(), token(), now);
    em.persist(registration);
    acts.fire(new DomainRegistered(registration));
    return registration;
  }

  Verdict judge(long partnerId, RegistrationRequest application, Origin origin, Instant now) {
    var asked = RegistrationCandidate.typed(partnerId, application, origin);
    return judge(List.of(asked), now).get(0);
  }

  /** What the rules say of each, in that order. */
  public List<Verdict> judge(List<RegistrationCandidate> asked, Instant now) {
    return facts.of(asked, now).stream()
        .map(found -> Verdict.of(RegistrationRule.values(), found))
        .toList();
  }

  /** Keeps which of these are refused because another partner holds them. */
  public void recordRefused(List<RegistrationCandidate> asked, Instant now) {
    locks.lock(asked.stream().map(RegistrationCandidate::name).toList());
    recordRefused(asked, judge(asked, now), now);
  }

  private void recordRefused(
      List<RegistrationCandidate> asked, List<Verdict> verdicts, Instant now) {
    IntStream.range(0, asked.size())
        .filter(i -> RegistrationRule.NAME_IS_FREE.isViolatedIn(verdicts.get(i)))
        .limit(MOST_REFUSED)
        .mapToObj(asked::get)
        .forEach(refused -> claimants.recordRefused(refused.partnerId(), refused.name(), now));
  }

  static String token() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
