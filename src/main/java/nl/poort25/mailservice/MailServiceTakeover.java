package nl.poort25.mailservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import nl.poort25.audit.Act;
import nl.poort25.domain.DomainMailState;
import nl.poort25.domain.Registration;
import nl.poort25.domainname.DomainName;
import nl.poort25.mailservice.MailServiceAct.MailServiceTakenOver;
import nl.poort25.mailservice.MailServiceRuleFacts.Taken;
import nl.poort25.policy.Verdict;

/** Judges and imports mail services that were in use before the portal. */
@ApplicationScoped
@Transactional
public class MailServiceTakeover {
  @PersistenceContext EntityManager em;
  @Inject MailServiceFacts facts;
  @Inject DestinationLookup destinations;
  @Inject Event<Act> acts;

  /**
   * @param known whether the name has exactly that service already
   */
  public record Judged(MailServiceCandidate service, boolean known, Verdict verdict) {}

  /**
   * A service of a name of its partner. A host name is not looked up: that takes the DNS.
   *
   * @param registration null where the name has none yet
   */
  public MailServiceCandidate asked(
      DomainName name, Registration registration, MailServiceKind kind, Delivery delivery) {
    var unreachable =
        delivery.isDelivered()
            ? destinations.unreachable(Destination.parse(delivery.destination()))
            : List.<String>of();
    return new MailServiceCandidate(
        null, name.toString(), registration, kind, delivery, unreachable);
  }

  /** What the rules say of each, in that order. */
  public List<Judged> judge(List<MailServiceCandidate> services) {
    var cases = facts.of(services);
    return IntStream.range(0, services.size())
        .mapToObj(i -> judged(services.get(i), cases.get(i)))
        .toList();
  }

  private static Judged judged(MailServiceCandidate service, MailServiceRuleFacts found) {
    boolean known = found.taken().contains(new Taken(service.kind(), service.delivery()));
    return new Judged(service, known, Verdict.of(MailServiceRule.values(), found));
  }

  /** Judged before; whoever orders one for that name at the same moment has to begin anew. */
  public void takeOver(Registration registration, Judged judged, Instant now) {
    if (registration.getStatus().getMail() == DomainMailState.ACTIVE) {
      em.lock(registration, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }
    registration.setMailState(DomainMailState.ACTIVE, now);
    var service =
        MailService.takenOver(
            registration,
            judged.service().kind(),
            judged.service().delivery(),
            judged.verdict(),
            now);
    em.persist(service);
    acts.fire(new MailServiceTakenOver(service));
  }
}
