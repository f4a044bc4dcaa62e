package nl.poort25.database;

import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.BaseSessionEventListener;

/**
 * Counts the connections of the pool that are in use on this node, and who waits for one. Hibernate
 * makes one of these for each of its sessions (persistence.xml).
 */
public class PoolUse extends BaseSessionEventListener {
  private static final long serialVersionUID = 1;
  private static final AtomicInteger USED = new AtomicInteger();
  private static final AtomicInteger WAITING = new AtomicInteger();
  private boolean waits;
  private boolean holds;

  public static int used() {
    return USED.get();
  }

  public static int waiting() {
    return WAITING.get();
  }

  @Override
  public void jdbcConnectionAcquisitionStart() {
    if (!waits) {
      waits = true;
      WAITING.incrementAndGet();
    }
  }

  @Override
  public void jdbcConnectionAcquisitionEnd() {
    waitNoLonger();
    if (!holds) {
      holds = true;
      USED.incrementAndGet();
    }
  }

  @Override
  public void jdbcConnectionReleaseEnd() {
    giveBack();
  }

  /** Also where none was to be had, of which nothing else is told. */
  @Override
  public void end() {
    waitNoLonger();
    giveBack();
  }

  private void waitNoLonger() {
    if (waits) {
      waits = false;
      WAITING.decrementAndGet();
    }
  }

  private void giveBack() {
    if (holds) {
      holds = false;
      USED.decrementAndGet();
    }
  }
}
