package nl.poort25.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.poort25.account.Customers;
import nl.poort25.account.Partner;
import nl.poort25.account.Scope;
import nl.poort25.audit.Act;
import nl.poort25.domain.DomainAct.DomainReceived;
import nl.poort25.domain.DomainAct.DomainTransferred;
import nl.poort25.domainname.DomainName;

/**
 * Names that staff gives to another partner without a gap: in one transaction the registration ends
 * and one of the other partner takes its place, with staff's proof (3.5) and a history of its own.
 */
@ApplicationScoped
@Transactional
public class RegistrationTransfers {
  @PersistenceContext EntityManager em;
  @Inject Registrations registrations;
  @Inject NameLocks locks;
  @Inject Customers customers;
  @Inject Event<Act> acts;

  /**
   * The registrations of its partner that only go together, itself among them: names that contain
   * one another are one partner's (3.4).
   *
   * @param most so many at most
   */
  public List<Registration> together(Registration registration, int most) {
    long partner = registration.getPartner().getId();
    var name = DomainName.ofStored(registration.getName());
    var above = name.andAncestors().map(DomainName::toString).toList();
    String top =
        em
            .createQuery(
                "select r.heldName from Registration r where r.heldName in :above"
                    + " and r.partner.id = :partner",
                String.class)
            .setParameter("above", above)
            .setParameter("partner", partner)
            .getResultList()
            .stream()
            .min((a, b) -> Integer.compare(a.length(), b.length()))
            .orElse(registration.getName());
    String reversed = DomainName.ofStored(top).reversed();
    String held =
        "select r from Registration r where r.partner.id = :partner and r.heldName is not null and ";
    var itself =
        em.createQuery(held + "r.heldName = :top", Registration.class).setParameter("top", top);
    var below =
        em.createQuery(
                held + "r.reversedName >= :under and r.reversedName < :behind order by r.name",
                Registration.class)
            .setParameter("under", reversed + ".")
            .setParameter("behind", reversed + "/"); // the character after the dot
    return Stream.of(itself, below)
        .map(query -> query.setParameter("partner", partner).setMaxResults(most))
        .flatMap(query -> query.getResultList().stream())
        .limit(most)
        .toList();
  }

  /** Nobody registers a name that overlaps, or changes one of these, until the transaction ends. */
  @Transactional(TxType.MANDATORY) // a lock lasts as long as its transaction
  public void lock(Registration registration, int most) {
    locks.lock(List.of(DomainName.ofStored(registration.getName())));
    together(registration, most).forEach(one -> registrations.lock(one.getId(), Scope.ALL));
  }

  /**
   * Locked before, and judged. What hangs on it is moved by who observes the act.
   *
   * @param customer the name of the new partner's customer; null for none
   * @param note the proof that staff has seen
   */
  public Registration transfer(
      Registration registration, Partner to, String customer, String note, Instant now) {
    var was = registration.getStatus().getStanding();
    registration.transfer(now);
    em.flush(); // the name is single among those that are held
    var taken =
        new Registration(
            to,
            customer == null ? null : customers.namedOrNew(to.getId(), customer),
            new RegistrationRequest(
                DomainName.ofStored(registration.getName()),
                registration.getAction(),
                registration.isDnsByProvider(),
                customer),
            registration.getOrigin(),
            ProofOfControl.newToken(),
            now);
    taken.recordStaffProof(note, now);
    em.persist(taken);
    em.flush(); // acts name it by its id
    acts.fire(new DomainTransferred(registration, was, taken));
    acts.fire(new DomainReceived(taken));
    return taken;
  }
}
