package nl.poort25.mailservice;

import com.google.common.collect.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.poort25.audit.Act;
import nl.poort25.mailservice.MailServiceCase.Taken;
import nl.poort25.policy.Verdict;
import nl.poort25.registration.DomainName;
import nl.poort25.registration.MailState;
import nl.poort25.registration.Registration;

/**
 * Many services at once that were in use before the portal knew of them: in a few queries, not in
 * some for each.
 */
@ApplicationScoped
@Transactional
public class ServicesInUse {
  private static final int AT_ONCE = 500;

  @PersistenceContext EntityManager em;
  @Inject Destinations destinations;
  @Inject Event<Act> acts;

  /** A service of a name of its partner. */
  public record InUse(DomainName name, MailServiceKind kind, Delivery delivery) {}

  /**
   * @param known whether the name has exactly that service already
   */
  public record Judged(InUse service, boolean known, Verdict verdict) {}

  /**
   * What the rules say of each, in that order; one counts for those of the same name that follow. A
   * host name is not looked up: that takes the DNS.
   *
   * @param registrations those of the names that have one already
   */
  public List<Judged> judge(List<InUse> services, Collection<Registration> registrations) {
    var taken = taken(registrations);
    return services.stream().map(service -> judge(service, taken)).toList();
  }

  private Judged judge(InUse service, Map<String, List<Taken>> all) {
    String name = service.name().toString();
    var taken = all.computeIfAbsent(name, key -> new ArrayList<>());
    var itself = new Taken(service.kind(), service.delivery());
    var verdict =
        Verdict.of(
            MailServiceRule.values(),
            new MailServiceCase(
                name,
                true,
                service.kind(),
                service.delivery(),
                List.copyOf(taken),
                unreachable(service.delivery())));
    var judged = new Judged(service, taken.contains(itself), verdict);
    taken.add(itself);
    return judged;
  }

  private List<String> unreachable(Delivery delivery) {
    return delivery.isSmtp()
        ? destinations.unreachable(Destination.parse(delivery.destination()))
        : List.of();
  }

  private Map<String, List<Taken>> taken(Collection<Registration> registrations) {
    var taken = new HashMap<String, List<Taken>>();
    for (var some : Lists.partition(List.copyOf(registrations), AT_ONCE)) {
      em.createQuery(
              "select s from MailService s where s.registration in :some"
                  + " and s.state in (ORDERED, ACTIVE)",
              MailService.class)
          .setParameter("some", some)
          .getResultList()
          .forEach(
              s ->
                  Stream.of(s.getDelivery(), s.getWanted())
                      .filter(delivery -> delivery != null)
                      .forEach(
                          delivery ->
                              taken
                                  .computeIfAbsent(s.getName(), key -> new ArrayList<>())
                                  .add(new Taken(s.getKind(), delivery))));
    }
    return taken;
  }

  /** Judged before; whoever orders one for that name at the same moment has to begin anew. */
  public void takeOver(Registration registration, Judged judged, Instant now) {
    if (registration.getMailState() == MailState.ACTIVE) {
      em.lock(registration, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }
    registration.mailIs(MailState.ACTIVE, now);
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
