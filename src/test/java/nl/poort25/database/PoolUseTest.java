package nl.poort25.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PoolUseTest {
  private final int used = PoolUse.used();
  private final int waiting = PoolUse.waiting();

  private void mustBe(int inUse, int waits) {
    assertEquals(used + inUse, PoolUse.used());
    assertEquals(waiting + waits, PoolUse.waiting());
  }

  @Test
  void aConnectionIsInUseFromItsComingToItsGoing() {
    var session = new PoolUse();
    session.jdbcConnectionAcquisitionStart();
    mustBe(0, 1);
    session.jdbcConnectionAcquisitionEnd();
    mustBe(1, 0);
    session.jdbcConnectionReleaseStart();
    session.jdbcConnectionReleaseEnd();
    mustBe(0, 0);
    session.end();
    mustBe(0, 0);
  }

  @Test
  void whereNoneIsToBeHadNothingStaysInUse() {
    var session = new PoolUse();
    session.jdbcConnectionAcquisitionStart();
    session.end();
    mustBe(0, 0);
    // Hibernate tells the end of the wait too, whatever came of it
    var other = new PoolUse();
    other.jdbcConnectionAcquisitionStart();
    other.jdbcConnectionAcquisitionEnd();
    other.end();
    mustBe(0, 0);
  }
}
