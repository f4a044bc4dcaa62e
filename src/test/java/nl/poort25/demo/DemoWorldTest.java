package nl.poort25.demo;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import nl.poort25.account.Partner;
import nl.poort25.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which databases a portal does not start with. */
@Tag(TestDatabase.TAG)
class DemoWorldTest {
  private TestDatabase database;

  @BeforeEach
  void open() {
    database = new TestDatabase(Partner.class);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void begin(boolean isDemo) {
    database.run(em -> DemoWorld.refuseOther(em, isDemo, DemoWorld.isThere(em)));
  }

  private void assertRefused(boolean isDemo, String reason) {
    var refused = assertThrows(IllegalStateException.class, () -> begin(isDemo));
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    assertTrue(refused.getMessage().contains("name another database"), refused.getMessage());
  }

  private void makeDemo() {
    database.run(
        em ->
            em.createNativeQuery(
                    "insert into demo_world (id, made_at) values (1, current_timestamp)")
                .executeUpdate());
  }

  private void makePartner() {
    database.run(em -> em.persist(new Partner("Zeilmakerij", Instant.EPOCH)));
  }

  /** Everybody knows the password of its administrator. */
  @Test
  void refusesADatabaseOfADemoRunWhereItIsNone() {
    makeDemo();
    makePartner();
    assertRefused(false, "the database is one of a demo run");
    assertDoesNotThrow(() -> begin(true));
  }

  /** It would show every mail, with the links in it. */
  @Test
  void refusesAnotherDatabaseForADemoRun() {
    makePartner();
    assertRefused(true, "the database is no demo run's");
    assertDoesNotThrow(() -> begin(false));
  }

  @Test
  void takesAnEmptyDatabaseForBoth() {
    assertDoesNotThrow(() -> begin(false));
    assertDoesNotThrow(() -> begin(true));
  }
}
