package nl.poort25.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Function;
import nl.poort25.database.TestDatabase;
import nl.poort25.state.EnforcementTarget;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which states points may have, while others are made, in the DATABASE. */
@Tag(TestDatabase.TAG)
class GenerationReleasesTest {
  private static final TestDatabase DATABASE =
      new TestDatabase(GenerationSeries.class, Generation.class, PendingRebuild.class);

  @BeforeEach
  void empty() {
    DATABASE.run(
        em ->
            em.createQuery(
                    "update GenerationSeries s set s.last = 0, s.released = 0, lifted = false")
                .executeUpdate());
    DATABASE.run(em -> em.createQuery("delete from PendingRebuild").executeUpdate());
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static GenerationReleases of(EntityManager em) {
    var released = new GenerationReleases();
    released.em = em;
    return released;
  }

  private static <T> T with(Function<GenerationReleases, T> call) {
    return DATABASE.in(em -> call.apply(of(em)));
  }

  private static void lift(long number) {
    DATABASE.run(em -> of(em).raiseTo(EnforcementTarget.FIREWALL, number));
  }

  private static void make() {
    DATABASE.run(em -> em.find(GenerationSeries.class, EnforcementTarget.FIREWALL).next());
  }

  private static GenerationReleases.Numbers numbers() {
    return with(released -> released.numbers(EnforcementTarget.FIREWALL));
  }

  @Test
  void aStateThatIsMadeWhileAnotherIsReleasedIsNotLost() {
    make();
    DATABASE.run(
        em -> {
          var released = of(em);
          assertEquals(1, released.numbers(EnforcementTarget.FIREWALL).last());
          make(); // by another, meanwhile
          released.release(EnforcementTarget.FIREWALL, 1);
        });
    assertEquals(new GenerationReleases.Numbers(2, 1, true), numbers());
  }

  @Test
  void afterARestoredDatabaseTheNextStateHasAHigherNumberThanAnyPointHolds() {
    make();
    with(
        released -> {
          released.release(EnforcementTarget.FIREWALL, 1);
          return null;
        });
    lift(120);
    assertEquals(new GenerationReleases.Numbers(120, 1, false), numbers());
    assertEquals(1, numbers().of(true), "there is no state of that number to give");
    assertEquals(
        1, DATABASE.in(GenerationReleasesTest::changes).size(), "it is to be made at once");
    make();
    assertEquals(new GenerationReleases.Numbers(121, 1, true), numbers());
    lift(7);
    assertEquals(121, numbers().last(), "an old number changes nothing");
  }

  private static List<Long> changes(EntityManager em) {
    return em.createQuery("select c.id from PendingRebuild c", Long.class).getResultList();
  }
}
