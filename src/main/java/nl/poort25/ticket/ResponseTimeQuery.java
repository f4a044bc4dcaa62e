package nl.poort25.ticket;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How fast requests were answered in the days before, and which are late. What staff took over for
 * a partner was never asked, and does not count; nor does what the partner withdrew within its
 * term, which is no answer (4.9).
 */
@ApplicationScoped
@Transactional
class ResponseTimeQuery {
  // a stage at a time: of two H2 bounds no column behind theirs, and reads all that is open
  private static final String MISSED =
      " union all select count(t) from Ticket t where t.place.stage = %s"
          + " and t.clock.missedDeadline >= :epoch and t.clock.missedDeadline <= :now"
          + " and t.matter = EXEMPTION and t.filedBy is not null"
          + " and (t.clock.deadline is null or t.clock.deadline >= :now)";

  static final Cache<EntityManagerFactory, ResponseTimes> ANSWERED =
      CacheBuilder.newBuilder().expireAfterWrite(Duration.ofMinutes(5)).weakKeys().build();

  @PersistenceContext EntityManager em;

  /** What is over is looked at again after a while, what is late each time. */
  ResponseTimes recent(Instant now) {
    var of = em.getEntityManagerFactory();
    var answered = ANSWERED.getIfPresent(of);
    if (answered == null) {
      answered = answered(now);
      ANSWERED.put(of, answered);
    }
    return answered.with(late(now));
  }

  /** Without what waits still. */
  private ResponseTimes answered(Instant now) {
    var row =
        em.createQuery(
                "select count(t), sum(case when t.clock.missedDeadline is null then 1 else 0 end),"
                    + " percentile_cont(0.5) within group (order by ((t.closedAt - t.receivedAt) by"
                    + " second)) from Ticket t where t.place.stage = CLOSED and t.matter ="
                    + " EXEMPTION and t.place.rank = 0 and t.place.at >= :from and t.place.at <="
                    + " :to and t.filedBy is not null and (t.outcome in (OPEN, PARTLY_OPEN,"
                    + " REJECTED) or t.clock.missedDeadline is not null)",
                Object[].class)
            .setParameter("from", now.minus(ResponseTimes.DAYS, ChronoUnit.DAYS))
            .setParameter("to", now)
            .getSingleResult();
    long dealtWith = ((Number) row[0]).longValue();
    return dealtWith == 0
        ? new ResponseTimes(0, 0, 0, null)
        : new ResponseTimes(
            dealtWith,
            ((Number) row[1]).longValue(),
            0,
            Duration.ofSeconds(((Number) row[2]).longValue()));
  }

  /** Late now, or waiting once more after a term that was missed. */
  private long late(Instant now) {
    return em.createQuery(
            "select count(t) from Ticket t where t.place.stage = OPEN and t.matter = EXEMPTION"
                + " and t.place.rank = 0 and t.place.at >= :epoch and t.place.at < :now"
                + " and t.filedBy is not null"
                + MISSED.formatted(TicketStage.OPEN)
                + MISSED.formatted(TicketStage.WAITING),
            Long.class)
        .setParameter("epoch", Instant.EPOCH)
        .setParameter("now", now)
        .getResultStream()
        .mapToLong(Long::longValue)
        .sum();
  }
}
