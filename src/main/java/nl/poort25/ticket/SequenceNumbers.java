package nl.poort25.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import nl.poort25.text.LocalizedTexts;

/** Gives out numbers without gaps, from one in each year: P25-2026-0139, AB-2026-0007. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class SequenceNumbers {
  @PersistenceContext EntityManager em;

  protected SequenceNumbers() {}

  SequenceNumbers(EntityManager em) {
    this.em = em;
  }

  /**
   * The next number of the year that it is in Amsterdam. Two at the same moment wait for one
   * another; only at the first of a year the database refuses all but one, whose callers call once
   * more ({@code Retry.onCollision}).
   *
   * @param kind what the number begins with
   */
  public String next(String kind, Instant now) {
    String name = kind + "-" + now.atZone(LocalizedTexts.ZONE).getYear();
    var series = em.find(NumberSeries.class, name, LockModeType.PESSIMISTIC_WRITE);
    if (series == null) {
      series = new NumberSeries(name);
      em.persist(series);
      em.flush();
    }
    return series.next();
  }
}
