package nl.poort25.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.NotFoundException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.poort25.account.Scope;
import nl.poort25.database.Batches;
import nl.poort25.database.FreeRows;
import nl.poort25.domainname.DomainName;

/** The registrations, looked up as a partner or as staff may see them. */
@ApplicationScoped
@Transactional
public class Registrations {
  @PersistenceContext EntityManager em;

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

  /**
   * Those that nobody else holds just now: like {@link #lock}, but it waits for nobody, and without
   * partners and customers.
   */
  @Transactional(TxType.MANDATORY)
  public List<Registration> lockFree(Collection<Long> ids) {
    return FreeRows.lock(em, Registration.class, "registration", "id", ids);
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
}
