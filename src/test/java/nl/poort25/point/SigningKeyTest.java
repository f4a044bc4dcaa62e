package nl.poort25.point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import nl.poort25.database.DataKeyOfTest;
import nl.poort25.database.TestDatabase;
import nl.poort25.mx.Unheard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The chain of signing keys, in a database. */
@Tag(TestDatabase.TAG)
class SigningKeyTest {
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
  private TestDatabase database;

  @BeforeEach
  void start() {
    database = new TestDatabase(SigningKey.class, Point.class);
    in(signatures -> signatures.start(null));
  }

  @AfterEach
  void stop() {
    database.close();
  }

  private void in(java.util.function.Consumer<SigningKeys> work) {
    database.run(em -> work.accept(signatures(em)));
  }

  @SuppressWarnings("UnnecessaryAssignment") // there is no container here
  private static SigningKeys signatures(jakarta.persistence.EntityManager em) {
    var signatures = new SigningKeys();
    signatures.em = em;
    signatures.clock = () -> NOW;
    signatures.acts = new Unheard<>();
    return signatures;
  }

  private String fingerprint() {
    return database.in(em -> signatures(em).fingerprint());
  }

  private String changeFrom(String fingerprint) {
    return database.in(em -> signatures(em).changeFrom(fingerprint)).orElse(null);
  }

  private KeyStatus standing(String fingerprint) {
    return database.in(em -> signatures(em).standing(fingerprint));
  }

  @Test
  void eachChangeLeadsToTheNextAndThePrivateHalfIsGone() {
    String first = fingerprint();
    in(s -> s.change(first, "why", "", NOW));
    String second = fingerprint();
    in(s -> s.change(second, "why", "", NOW));
    String third = fingerprint();
    assertTrue(changeFrom(first).startsWith("poort25-key 1\nfrom " + first + "\nto " + second));
    assertTrue(changeFrom(second).contains("\nto " + third + "\n"));
    assertNull(changeFrom(third));
    assertEquals(KeyStatus.BEHIND, standing(first));
    assertEquals(KeyStatus.CURRENT, standing(third));
    assertEquals(KeyStatus.FOREIGN, standing("0".repeat(64)));
    assertEquals(KeyStatus.UNSAID, standing(null));
    List<?> left =
        database.in(
            em ->
                em.createNativeQuery(
                        "select public_key from signing_key where private_key is not null")
                    .getResultList());
    assertEquals(1, left.size());
  }

  /** Nor does what led to the stolen one before. */
  @Test
  void nothingLeadsAnywhereAfterATheft() {
    String first = fingerprint();
    in(s -> s.change(first, "why", "", NOW));
    String second = fingerprint();
    in(s -> s.replaceStolen(second, "why", NOW));
    assertFalse(fingerprint().equals(second));
    for (String one : List.of(first, second)) {
      assertNull(changeFrom(one));
      assertEquals(KeyStatus.FOREIGN, standing(one));
    }
  }

  /** Two nodes that started at the same moment have made two: the second is never used. */
  @Test
  void aSecondOneOfTheFirstStartIsNotTheNext() {
    database.run(em -> em.persist(SigningKey.generate(NOW)));
    String first = fingerprint();
    in(s -> s.change(first, "why", "", NOW));
    assertTrue(changeFrom(first).contains("\nto " + fingerprint() + "\n"));
  }

  @Test
  void whatSomebodySawBeforeIsNotChanged() {
    String first = fingerprint();
    in(s -> s.change(first, "why", "", NOW));
    assertThrows(nl.poort25.web.Conflict.class, () -> in(s -> s.change(first, "why", "", NOW)));
  }

  @Test
  void eachChangeIsTheStartOfNewNumbersOfDocuments() {
    DataKeyOfTest.use();
    var point = new Point("edge", PointKind.NFTABLES, false, List.of(), NOW);
    database.run(em -> em.persist(point));
    String first = fingerprint();
    in(s -> s.change(first, "why", "", NOW));
    assertEquals(
        2L,
        database.<Long>in(
            em -> em.find(Point.class, point.getId()).getNumbers().getDocumentCount()));
  }
}
