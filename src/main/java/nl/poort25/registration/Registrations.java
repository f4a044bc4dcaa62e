package nl.poort25.registration;

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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.poort25.account.Customers;
import nl.poort25.account.Partner;
import nl.poort25.account.Scope;
import nl.poort25.audit.Act;
import nl.poort25.policy.Verdict;
import nl.poort25.web.Setting;
import nl.poort25.web.Settings;

/** The registrations, looked up as a partner or as staff may see them. */
@ApplicationScoped
@Transactional
public class Registrations {
  private static final SecureRandom RANDOM = new SecureRandom();

  @PersistenceContext EntityManager em;
  @Inject Event<Act> acts;
  @Inject Customers customers;
  @Inject Claimants claimants;
  @Inject ReservedNames reserved;
  @Inject Settings settings;

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
    return em
        .createQuery(
            "select r from Registration r where r.heldName = :name and r.partner.id = :partner",
            Registration.class)
        .setParameter("name", name.toString())
        .setParameter("partner", partnerId)
        .getResultList()
        .stream()
        .findFirst();
  }

  /**
   * Judges and, if every rule holds, registers; that a name was refused because of another holder
   * is kept. Two partners at the same moment wait for one another; where the database refuses the
   * second nevertheless, the caller calls once more.
   *
   * @return empty findings where it is done; nothing where the partner has that name already, be it
   *     since a moment ago
   */
  public Optional<Verdict> register(long partnerId, Application asked, Origin origin, Instant now) {
    waitForTurn(asked.name().top().toString());
    if (held(asked.name(), partnerId).isPresent()) {
      return Optional.empty();
    }
    var verdict = judge(partnerId, asked, origin, now);
    if (RegistrationRule.NAME_IS_FREE.isViolatedIn(verdict)) {
      claimants.keep(partnerId, asked.name(), now);
    }
    if (verdict.holds()) {
      var registration =
          new Registration(
              em.getReference(Partner.class, partnerId),
              asked.customer() == null ? null : customers.namedOrNew(partnerId, asked.customer()),
              asked,
              origin,
              token(),
              now);
      em.persist(registration);
      em.flush();
      acts.fire(new DomainRegistered(registration));
    }
    return Optional.of(verdict);
  }

  /** What is not given yet (null) is not judged. */
  Verdict judge(long partnerId, Application asked, Origin origin, Instant now) {
    int most = settings.number(Setting.REFUSED_NAMES_DAY);
    // what staff enters is no guess
    long lately = origin == Origin.REGISTERED ? 0 : claimants.lately(partnerId, now);
    return Verdict.of(
        RegistrationRule.values(),
        new RegistrationCase(
            origin,
            asked.action(),
            asked.name(),
            lately >= most || asked.name() == null
                ? List.of()
                : overlappingOfOthers(asked.name(), partnerId),
            asked.name() == null ? List.of() : reserved.ofProvider(asked.name()),
            asked.name() == null ? List.of() : reserved.ofSpecialUse(asked.name()),
            lately,
            most));
  }

  // two queries: with an "or" between them the embedded database would read every name there is
  private List<String> overlappingOfOthers(DomainName name, long partnerId) {
    String ofOthers =
        "select r.heldName from Registration r where r.heldName is not null"
            + " and r.partner.id <> :partner and ";
    var sameOrAbove =
        em.createQuery(ofOthers + "r.heldName in :sameOrAbove", String.class)
            .setParameter(
                "sameOrAbove",
                Stream.concat(Stream.of(name), name.ancestors().stream())
                    .map(DomainName::toString)
                    .toList());
    var below =
        em.createQuery(
                ofOthers + "r.reversedName >= :under and r.reversedName < :behind", String.class)
            .setParameter("under", name.reversed() + ".")
            .setParameter("behind", name.reversed() + "/"); // the character after the dot
    return Stream.of(sameOrAbove, below)
        .map(query -> query.setParameter("partner", partnerId).setMaxResults(1))
        .flatMap(query -> query.getResultList().stream())
        .limit(1)
        .toList();
  }

  void waitForTurn(String top) {
    if (em.find(NameLock.class, top, LockModeType.PESSIMISTIC_WRITE) == null) {
      em.persist(new NameLock(top));
      em.flush();
    }
  }

  static String token() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
