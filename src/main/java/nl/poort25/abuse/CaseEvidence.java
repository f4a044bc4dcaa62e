package nl.poort25.abuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What was open, and who had it, matters to a case from the moment that it is about. */
@ApplicationScoped
@Transactional
public class CaseEvidence {
  private static final String OPEN = "c.state = OPEN";
  private static final String CLOSED_SINCE = "c.closure.at >= :since";

  @PersistenceContext EntityManager em;

  /**
   * The earliest moment that a case rests on which is open or was closed since then, or a report
   * that staff has still to decide about.
   */
  public Optional<Instant> earliest(Instant closedSince) {
    return Stream.of(
            earliest("select min(c.openedAt) from AbuseCase c where ", OPEN, null),
            earliest("select min(c.openedAt) from AbuseCase c where ", CLOSED_SINCE, closedSince),
            earliest(
                "select min(r.heldAt) from AbuseReport r join r.abuseCase c where ", OPEN, null),
            earliest(
                "select min(r.heldAt) from AbuseReport r join r.abuseCase c where ",
                CLOSED_SINCE,
                closedSince),
            earliest(
                "select min(r.heldAt) from AbuseReport r where ",
                "r.state in (MATCHED, CONFIRMED)",
                null))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  private Optional<Instant> earliest(String moment, String which, Instant since) {
    var query = em.createQuery(moment + which, Instant.class);
    if (since != null) {
      query.setParameter("since", since);
    }
    return Optional.ofNullable(query.getSingleResult());
  }
}
