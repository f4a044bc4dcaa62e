package nl.poort25.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import nl.poort25.domain.ProofOfControl.Change;
import org.junit.jupiter.api.Test;

/** The proof of control (3.5): how it is got, kept, lost and ended. */
class ProofOfControlTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final Duration TERM = Duration.ofDays(14);

  private final ProofOfControl control = new ProofOfControl("0123456789abcdef");

  @Test
  void isProvenByMxSeenCorrectThatWereSeenOtherwiseBefore() {
    look(MxState.WRONG, false, NOW.minusSeconds(60));
    assertEquals(Change.PROVEN, look(MxState.CORRECT, null, NOW));
    assertEquals(ProofKind.MX, control.getProof());
    assertEquals(NOW, control.getSince());
  }

  @Test
  void isProvenByTheTxtRecordWhateverTheMxAre() {
    assertFalse(control.isSeen());
    assertEquals(Change.PROVEN, look(MxState.WRONG, true, NOW));
    assertEquals(ProofKind.TXT, control.getProof());
    assertTrue(control.isSeen());
  }

  @Test
  void isNotProvenByWrongMxWithoutTheTxtRecord() {
    assertEquals(Change.SAME, look(MxState.WRONG, false, NOW));
    assertFalse(control.isProven());
  }

  @Test
  void isNotProvenByWhatCouldNotBeLookedUp() {
    assertEquals(Change.SAME, look(MxState.UNKNOWN, null, NOW));
    assertFalse(control.isProven());
  }

  @Test
  void isLostOnceAndThenEndsAfterTheTerm() {
    provenByMx();
    var lost = NOW.plusSeconds(60);
    assertEquals(Change.LOST, look(MxState.WRONG, false, lost));
    assertEquals(lost, control.getLostAt());
    assertTrue(control.isProven(), "it counts until the term is over");
    assertFalse(control.isSeen());
    assertEquals(Change.SAME, look(MxState.WRONG, false, lost.plus(TERM).minusMillis(1)));
    assertTrue(control.isProven());
    assertEquals(Change.ENDED, look(MxState.WRONG, false, lost.plus(TERM)));
    assertFalse(control.isProven());
    assertNull(control.getLostAt());
    assertNull(control.getSince());
  }

  @Test
  void isKeptIfItComesBackWithinTheTerm() {
    provenByMx();
    look(MxState.WRONG, false, NOW.plusSeconds(60));
    assertEquals(Change.BACK, look(MxState.CORRECT, null, NOW.plus(TERM)));
    assertNull(control.getLostAt());
    assertEquals(NOW, control.getSince());
    // the term begins anew
    var again = NOW.plus(TERM).plusSeconds(60);
    assertEquals(Change.LOST, look(MxState.WRONG, false, again));
    assertEquals(Change.SAME, look(MxState.WRONG, false, again.plus(TERM).minusMillis(1)));
  }

  @Test
  void isNeitherLostNorEndedByADnsThatDoesNotAnswer() {
    provenByMx();
    assertEquals(Change.SAME, look(MxState.UNKNOWN, null, NOW.plusSeconds(60)));
    assertEquals(Change.SAME, look(MxState.WRONG, null, NOW.plusSeconds(120)));
    assertNull(control.getLostAt());
    look(MxState.WRONG, false, NOW.plusSeconds(180));
    assertEquals(Change.SAME, look(MxState.UNKNOWN, null, NOW.plus(TERM).plusSeconds(3600)));
    assertTrue(control.isProven());
  }

  @Test
  void isNotLostWhileTheTxtRecordIsThere() {
    look(MxState.WRONG, true, NOW);
    assertEquals(Change.SAME, look(MxState.WRONG, true, NOW.plusSeconds(60)));
    assertNull(control.getLostAt());
    assertEquals(Change.LOST, look(MxState.WRONG, false, NOW.plusSeconds(120)));
  }

  @Test
  void isAnotherProofWhenTheTxtRecordTakesOverFromTheMx() {
    provenByMx();
    assertEquals(Change.PROVEN, look(MxState.WRONG, true, NOW.plusSeconds(60)));
    assertEquals(ProofKind.TXT, control.getProof());
  }

  @Test
  void isNotTakenFromStaffByTheDns() {
    control.recordProof(ProofKind.STAFF, "getekende verklaring 12", NOW);
    assertEquals(Change.SAME, look(MxState.WRONG, false, NOW.plusSeconds(60)));
    assertEquals(Change.SAME, look(MxState.CORRECT, null, NOW.plus(TERM)));
    assertEquals(ProofKind.STAFF, control.getProof());
    assertEquals("getekende verklaring 12", control.getNote());
  }

  @Test
  void canBeProvenAgainAfterItHasEnded() {
    provenByMx();
    look(MxState.WRONG, false, NOW.plusSeconds(60));
    look(MxState.WRONG, false, NOW.plus(TERM).plusSeconds(60));
    assertEquals(Change.PROVEN, look(MxState.WRONG, true, NOW.plus(TERM).plusSeconds(120)));
  }

  @Test
  void isNotProvenByMxThatWereCorrectFromTheBeginning() {
    assertEquals(Change.SAME, look(MxState.CORRECT, false, NOW));
    assertEquals(Change.SAME, look(MxState.UNKNOWN, null, NOW.plusSeconds(60)));
    assertEquals(Change.SAME, look(MxState.CORRECT, false, NOW.plusSeconds(120)));
    assertFalse(control.isProven());
  }

  private void provenByMx() {
    look(MxState.WRONG, false, NOW.minusSeconds(60));
    assertEquals(Change.PROVEN, look(MxState.CORRECT, null, NOW));
  }

  private Change look(MxState mx, Boolean txtSeen, Instant now) {
    return control.recordObservation(new DnsObservation(mx, txtSeen, false, false), TERM, now);
  }
}
