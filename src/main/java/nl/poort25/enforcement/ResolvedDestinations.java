package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.poort25.database.Batches;
import nl.poort25.mailservice.DestinationCheck;
import nl.poort25.mailservice.DestinationChecked;
import nl.poort25.network.Cidr;

/**
 * Repository of the destinations of mail services: where each resolved to last, and which are to be
 * resolved again.
 */
@ApplicationScoped
@Transactional
class ResolvedDestinations {
  private static final Duration KEPT = Duration.ofDays(1);

  /**
   * Of a service that the relays work for, or will when staff says so: by then it is known what
   * that would change.
   */
  private static final String IN_USE =
      "MailService s join s.registration r where s.state in (ORDERED, ACTIVE)"
          + " and r.heldName is not null and r.control.proof is not null";

  /** Where the mail goes now, and where a change that waits would have it go. */
  private static final List<String> ASKED =
      List.of("s.delivery.destination", "s.wanted.destination");

  private static final String USED =
      ASKED.stream()
          .map(
              asked -> "exists (select s.id from " + IN_USE + " and " + asked + " = d.destination)")
          .collect(Collectors.joining(" or ", "(", ")"));

  @PersistenceContext EntityManager em;

  protected ResolvedDestinations() {}

  ResolvedDestinations(EntityManager em) {
    this.em = em;
  }

  /** Those in use that nobody has looked at yet; what is in force first. */
  List<String> fresh(int most) {
    return fresh("", query -> query.setMaxResults(most)).stream().limit(most).toList();
  }

  /** Those of these registrations. */
  List<String> fresh(Collection<Long> registrations) {
    return fresh(
        " and r.id in :registrations", query -> query.setParameter("registrations", registrations));
  }

  private List<String> fresh(String more, UnaryOperator<TypedQuery<String>> complete) {
    return ASKED.stream()
        .flatMap(
            asked ->
                complete
                    .apply(
                        em.createQuery(
                            ("select distinct %1$s from %2$s and %1$s is not null and not exists"
                                        + " (select d from ResolvedDestination d"
                                        + " where d.destination = %1$s)")
                                    .formatted(asked, IN_USE)
                                + more,
                            String.class))
                    .getResultStream())
        .distinct()
        .toList();
  }

  /** Those in use whose turn it is again, what has waited longest first. */
  List<String> due(Instant now, int most) {
    return em.createQuery(
            "select d.destination from ResolvedDestination d where d.nextLookAt > :begin"
                + " and d.nextLookAt <= :now and "
                + USED
                + " order by d.nextLookAt",
            String.class)
        .setParameter("begin", Instant.EPOCH)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultList();
  }

  /**
   * Takes what a look gave; where mail goes elsewhere by it, the database notes a {@link
   * RelayChange}.
   *
   * @param now when the look began
   */
  void recordLookup(String destination, DestinationCheck passage, Instant now) {
    var known = em.find(ResolvedDestination.class, destination, LockModeType.PESSIMISTIC_WRITE);
    if (known == null) {
      known = new ResolvedDestination(destination);
      em.persist(known);
    }
    known.recordLookup(passage, now);
    em.flush(); // at the commit, the container would log that another look was first
  }

  /** What is about to be used is known in the same transaction: no state is made without it. */
  void recordPassed(@Observes DestinationChecked seen) {
    recordLookup(seen.destination(), seen.passage(), seen.at());
  }

  /** Where mail may go of those, as far as anybody has looked; empty where it goes nowhere. */
  Map<String, List<Cidr>> of(Collection<String> asked) {
    // no entities: whoever asks for many would have each of them looked at with every query
    return Batches.rows(
            em,
            Object[].class,
            "select d.destination, d.addresses from ResolvedDestination d"
                + " where d.destination in :some",
            asked.stream())
        .collect(
            Collectors.toMap(
                row -> (String) row[0], row -> ResolvedDestination.addresses((String) row[1])));
  }

  /** Forgets those that nobody has used for a day. */
  void forget(Instant now) {
    em.createQuery(
            "delete from ResolvedDestination d where d.nextLookAt > :begin"
                + " and d.nextLookAt < :before and not "
                + USED)
        .setParameter("begin", Instant.EPOCH)
        .setParameter("before", now.minus(KEPT))
        .executeUpdate();
  }
}
