package nl.poort25.mailservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.poort25.account.Account;
import nl.poort25.account.Scope;
import nl.poort25.audit.Act;
import nl.poort25.domain.DomainAct.ControlProven;
import nl.poort25.domain.DomainAct.DnsRunBy;
import nl.poort25.domain.DomainAct.DomainWithdrawn;
import nl.poort25.domain.DomainAct.ProofEnded;
import nl.poort25.domain.DomainMailState;
import nl.poort25.domain.Registration;
import nl.poort25.domain.Registrations;
import nl.poort25.mailservice.MailServiceAct.MailServiceOrdered;
import nl.poort25.policy.Verdict;
import nl.poort25.web.Conflict;

/**
 * The mail services, and what is done with them. Whoever changes one locks the registration of its
 * name first: two at the same moment see one another.
 *
 * <p>A mere query has a transaction too. Without one, the container keeps the session of Hibernate
 * that read first for the rest of the request and closes it with the next transaction: a list that
 * is shown after an act then finds it closed.
 */
@ApplicationScoped
@Transactional
public class MailServices {
  @PersistenceContext EntityManager em;
  @Inject Registrations registrations;
  @Inject MailServiceFacts facts;
  @Inject Event<Act> acts;
  @Inject Event<OrderProven> proven;
  @Inject InstantSource clock;

  /** Those of one registration, what is active or ordered first. */
  public List<MailService> of(long registrationId) {
    return em
        .createQuery(
            "select s from MailService s where s.registration.id = :registration order by s.id",
            MailService.class)
        .setParameter("registration", registrationId)
        .getResultList()
        .stream()
        .sorted((a, b) -> Boolean.compare(b.isOpen(), a.isOpen()))
        .toList();
  }

  /**
   * With its registration, partner, customer and who ordered it; a partner no longer sees those of
   * a name that was transferred.
   */
  public MailService get(long id, Scope scope) {
    return em
        .createQuery(
            "select s from MailService s join fetch s.registration r join fetch r.partner left join"
                + " fetch r.customer left join fetch s.acknowledgement.by where s.id = :id",
            MailService.class)
        .setParameter("id", id)
        .getResultList()
        .stream()
        .filter(
            s ->
                scope.includes(s.getRegistration().getPartner())
                    && (scope.isAll() || !s.getRegistration().isTransferred()))
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  /** What would be said of each service, before anything is filled in. */
  Map<MailServiceKind, Verdict> previewOrders(Registration registration) {
    var each =
        Arrays.stream(MailServiceKind.values())
            .map(
                kind ->
                    MailServiceCandidate.of(
                        registration, kind, null, DestinationProblems.NOT_NEEDED))
            .toList();
    return facts.of(each).stream()
        .collect(
            Collectors.toMap(
                MailServiceRuleFacts::kind, found -> Verdict.of(MailServiceRule.values(), found)));
  }

  /** Judges and, if every rule holds, orders. */
  Verdict order(
      Registration seen,
      MailServiceKind kind,
      Delivery delivery,
      DestinationProblems reach,
      long orderedBy,
      Instant now) {
    var registration = registrations.lock(seen.getId(), Scope.of(seen.getPartner()));
    var verdict = judge(MailServiceCandidate.of(registration, kind, delivery, reach));
    if (verdict.holds()) {
      var service =
          new MailService(
              registration, kind, delivery, em.getReference(Account.class, orderedBy), now);
      em.persist(service);
      done(new MailServiceOrdered(service), now);
    }
    return verdict;
  }

  /** Judges and, if every rule holds, takes the change; {@code seen} as the partner saw it. */
  Verdict change(MailService seen, Delivery asked, DestinationProblems reach, Instant now) {
    var service = lock(seen.getId(), seen.getVersion());
    var verdict =
        judge(
            MailServiceCandidate.of(service.getRegistration(), service.getKind(), asked, reach)
                .insteadOf(service));
    if (verdict.holds()) {
      done(service.change(asked, now), now);
    }
    return verdict;
  }

  void cancel(long id, int version, Instant now) {
    done(lock(id, version).cancel(now), now);
  }

  void activate(long id, int version, String note, Instant now) {
    done(lock(id, version).activate(note, now), now);
  }

  void accept(long id, int version, String why, Instant now) {
    done(lock(id, version).accept(why), now);
  }

  void stop(long id, int version, String why, Instant now) {
    done(lock(id, version).stop(why, now), now);
  }

  void refuse(long id, int version, String reason, Instant now) {
    done(lock(id, version).refuse(reason, now), now);
  }

  void endServicesOf(@Observes DomainWithdrawn act) {
    for (var service : of(act.registration().getId())) {
      if (service.isOpen()) {
        done(service.endWithRegistration(), act.registration().getWithdrawnAt());
      }
    }
  }

  void updateOnProof(@Observes ControlProven act) {
    turn(act.registration());
  }

  void updateOnLostProof(@Observes ProofEnded act) {
    turn(act.registration());
  }

  void updateOnDnsMove(@Observes DnsRunBy act) {
    turn(act.registration());
  }

  /**
   * Whoever fires these acts has locked the registration. Of a name without an open service nothing
   * is asked for: a file proves thousands of such names in one transaction, and with each query
   * Hibernate compares all that the transaction has.
   */
  private void turn(Registration registration) {
    if (registration.getStatus().getMail() != DomainMailState.NONE) {
      for (var service : of(registration.getId())) {
        boolean waited = service.isToDecide();
        service.updateWhoseTurn(clock.instant());
        if (!waited && service.isToDecide()) {
          proven.fire(new OrderProven(service));
        }
      }
    }
  }

  /**
   * @throws Conflict if it is not any more what was seen
   */
  private MailService lock(long id, int version) {
    var registration =
        em
            .createQuery("select s.registration.id from MailService s where s.id = :id", Long.class)
            .setParameter("id", id)
            .getResultList()
            .stream()
            .findFirst()
            .orElseThrow(NotFoundException::new);
    registrations.lock(registration, Scope.ALL);
    var service = em.find(MailService.class, id);
    service.mustStillBe(version);
    return service;
  }

  private void done(MailServiceAct act, Instant now) {
    var registration = act.registration();
    registration.setMailState(furthest(of(registration.getId())), now);
    acts.fire(act);
  }

  private static DomainMailState furthest(List<MailService> services) {
    if (services.stream().anyMatch(MailService::isActive)) {
      return DomainMailState.ACTIVE;
    }
    return services.stream().anyMatch(MailService::isOpen)
        ? DomainMailState.ORDERED
        : DomainMailState.NONE;
  }

  private Verdict judge(MailServiceCandidate asked) {
    return Verdict.of(MailServiceRule.values(), facts.of(List.of(asked)).get(0));
  }
}
