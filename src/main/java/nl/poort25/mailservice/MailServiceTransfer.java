package nl.poort25.mailservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.poort25.audit.Act;
import nl.poort25.domain.DomainMailState;
import nl.poort25.domain.Registration;
import nl.poort25.mailservice.MailServiceAct.MailServiceTakenOver;
import nl.poort25.mailservice.MailServiceRuleFacts.Taken;
import nl.poort25.policy.Verdict;

/**
 * Moves the active mail services along when staff transfers a name, in the same transaction and
 * relay state. Services that were only ordered end, since the new partner did not acknowledge their
 * costs (3.8).
 */
@ApplicationScoped
@Transactional
public class MailServiceTransfer {
  @PersistenceContext EntityManager em;
  @Inject Event<Act> acts;
  @Inject Event<DestinationChecked> passed;

  /**
   * Where mail of a service shall go from then on, and what a look there gave.
   *
   * @param at when the look began
   */
  public record NewDestination(Destination destination, DestinationCheck passage, Instant at) {}

  /** Those that are active or ordered, of these names. */
  public List<MailService> openServices(List<Registration> registrations) {
    return em.createQuery(
            "select s from MailService s join fetch s.registration r where r in :registrations"
                + " and s.state in (ORDERED, ACTIVE) order by s.name, s.id",
            MailService.class)
        .setParameter("registrations", registrations)
        .getResultList();
  }

  /** What the rules say of a service that would deliver elsewhere, beside the others (3.9). */
  public Verdict judge(
      MailService service, List<MailService> active, Map<Long, NewDestination> elsewhere) {
    return Verdict.of(
        MailServiceRule.values(),
        new MailServiceRuleFacts(
            service.getName(),
            true,
            service.getKind(),
            delivery(service, elsewhere),
            others(service, active, elsewhere),
            List.of()));
  }

  private static List<Taken> others(
      MailService itself, List<MailService> active, Map<Long, NewDestination> elsewhere) {
    return active.stream()
        .filter(service -> service != itself && service.getName().equals(itself.getName()))
        .map(service -> new Taken(service.getKind(), delivery(service, elsewhere)))
        .toList();
  }

  private static Delivery delivery(MailService service, Map<Long, NewDestination> elsewhere) {
    var other = elsewhere.get(service.getId());
    return other == null ? service.getDelivery() : Delivery.to(other.destination());
  }

  /**
   * Ends the services of a registration that has been transferred, and has the active ones go on
   * under the one that took its place.
   */
  @Transactional(TxType.MANDATORY) // there is no moment in between
  public void handOver(
      Registration from, Registration to, Map<Long, NewDestination> elsewhere, Instant now) {
    var services = openServices(List.of(from));
    boolean any = false;
    for (var service : services) {
      // as it was before its end
      var next =
          service.isActive()
              ? MailService.handedOver(to, service, delivery(service, elsewhere), now)
              : null;
      acts.fire(service.endWithRegistration());
      if (next != null) {
        any = true;
        var other = elsewhere.get(service.getId());
        if (other != null) {
          passed.fire(
              new DestinationChecked(other.destination().toString(), other.passage(), other.at()));
        }
        em.persist(next);
        em.flush(); // the act names it
        acts.fire(new MailServiceTakenOver(next));
      }
    }
    from.setMailState(DomainMailState.NONE, now);
    to.setMailState(any ? DomainMailState.ACTIVE : DomainMailState.NONE, now);
  }
}
