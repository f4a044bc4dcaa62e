package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import nl.poort25.state.EnforcementTarget;

/**
 * Says which generation each point may have: the newest for canaries, the newest released one for
 * all others.
 */
@ApplicationScoped
@Transactional
public class GenerationReleases {
  @PersistenceContext EntityManager em;

  /**
   * @param last the newest, for canaries; 0 for none
   * @param released the newest that every point may have
   * @param made whether there is a generation of the last number, or only of the next one
   */
  public record Numbers(long last, long released, boolean made) {
    public boolean isSame() {
      return last == released;
    }

    public long of(boolean canary) {
      return canary && made ? last : released;
    }
  }

  public Numbers numbers(EnforcementTarget target) {
    var series = em.find(GenerationSeries.class, target);
    return new Numbers(series.getLast(), series.getReleased(), !series.isRaised());
  }

  /** SHA-256 of that state, in hexadecimal; empty where it was never made. */
  public String digest(EnforcementTarget target, long number) {
    return em.createQuery(
            "select g.digest from Generation g where g.target = :target and g.number = :number",
            String.class)
        .setParameter("target", target)
        .setParameter("number", number)
        .getResultStream()
        .findFirst()
        .orElse("");
  }

  public void release(EnforcementTarget target, long number) {
    var series = em.find(GenerationSeries.class, target);
    // a lock alone would keep what was read before it, and write an older last number back
    em.refresh(series, LockModeType.PESSIMISTIC_WRITE);
    series.release(number);
  }

  /** Whoever makes the next generation waits until this transaction is over; the last number. */
  public long lock(EnforcementTarget target) {
    var series = em.find(GenerationSeries.class, target);
    em.refresh(series, LockModeType.PESSIMISTIC_WRITE);
    return series.getLast();
  }

  /**
   * A point holds a state of a number that was never given here, since the database is older than
   * it was: the next one will have a higher number. An old number changes nothing.
   */
  public void raiseTo(EnforcementTarget target, long number) {
    lock(target);
    em.find(GenerationSeries.class, target).raiseTo(number);
    lookAgain(target);
  }

  /** What was decided is looked at again, also for the points that are held. */
  public void lookAgain(EnforcementTarget target) {
    em.persist(new PendingRebuild(target));
  }

  /** Those that not every point may have yet, newest first. */
  public List<Generation> waiting(EnforcementTarget target) {
    return em.createQuery(
            "select g from Generation g where g.target = :target and g.number > :released"
                + " order by g.number desc",
            Generation.class)
        .setParameter("target", target)
        .setParameter("released", numbers(target).released())
        .getResultList();
  }

  /** The newest of them that closes for abuse. */
  public Optional<Generation> urgent(EnforcementTarget target) {
    return waiting(target).stream().filter(Generation::isUrgent).findFirst();
  }
}
