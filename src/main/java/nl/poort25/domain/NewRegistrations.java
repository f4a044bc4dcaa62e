package nl.poort25.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.poort25.account.Customer;
import nl.poort25.account.Customers;
import nl.poort25.account.Partner;
import nl.poort25.audit.Act;
import nl.poort25.domain.DomainAct.DomainRegistered;
import nl.poort25.policy.Verdict;

/** Judges names that are asked, one or a file of them, and registers them. */
@ApplicationScoped
@Transactional
public class NewRegistrations {
  @PersistenceContext EntityManager em;
  @Inject Event<Act> acts;
  @Inject Registrations registrations;
  @Inject RegistrationFacts facts;
  @Inject RefusedClaims refused;
  @Inject NameLocks locks;
  @Inject Customers customers;

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
    if (registrations.held(application.name(), partnerId).isPresent()) {
      return Optional.empty();
    }
    var asked = RegistrationCandidate.typed(partnerId, application, origin);
    var verdict = judge(List.of(asked), now).get(0);
    refused.record(List.of(asked), List.of(verdict), now);
    if (verdict.holds()) {
      String customer = application.customer();
      register(
          asked,
          em.getReference(Partner.class, partnerId),
          customer == null ? null : customers.namedOrNew(partnerId, customer),
          null,
          now);
    }
    return Optional.of(verdict);
  }

  /**
   * Judged before, and locked.
   *
   * @param proof what staff has seen that proves control of the name (3.5); null for nothing
   */
  public Registration register(
      RegistrationCandidate asked, Partner partner, Customer customer, String proof, Instant now) {
    var registration =
        new Registration(
            partner, customer, asked.application(), asked.origin(), ProofOfControl.newToken(), now);
    // before its row is written, which would be written twice
    var proven = proof == null ? null : registration.recordStaffProof(proof, now);
    em.persist(registration);
    acts.fire(new DomainRegistered(registration));
    if (proven != null) {
      acts.fire(proven);
    }
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
    refused.record(asked, judge(asked, now), now);
  }
}
