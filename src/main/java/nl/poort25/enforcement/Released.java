package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Which generations of a target there are for the points, and for which of them. */
@ApplicationScoped
@Transactional
public class Released {
  @PersistenceContext EntityManager em;

  /**
   * @param last the newest, for canaries; 0 for none
   * @param released the newest that every point may have
   */
  public record Numbers(long last, long released) {
    public boolean isSame() {
      return last == released;
    }

    public long of(boolean canary) {
      return canary ? last : released;
    }
  }

  public Numbers numbers(Target target) {
    var series = em.find(GenerationSeries.class, target);
    return new Numbers(series.getLast(), series.getReleased());
  }

  public void release(Target target, long number) {
    em.find(GenerationSeries.class, target, LockModeType.PESSIMISTIC_WRITE).release(number);
  }

  /** Those that not every point may have yet, newest first. */
  public List<Generation> waiting(Target target) {
    return em.createQuery(
            "select g from Generation g where g.target = :target and g.number > :released"
                + " order by g.number desc",
            Generation.class)
        .setParameter("target", target)
        .setParameter("released", numbers(target).released())
        .getResultList();
  }

  /** The newest of them that closes for abuse. */
  public Optional<Generation> urgent(Target target) {
    return waiting(target).stream().filter(Generation::isUrgent).findFirst();
  }
}
