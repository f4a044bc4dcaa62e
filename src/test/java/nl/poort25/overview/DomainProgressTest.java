package nl.poort25.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.stream.Collectors;
import nl.poort25.domain.DomainMailState;
import nl.poort25.domain.MxState;
import nl.poort25.domain.NextStep;
import nl.poort25.domain.Origin;
import nl.poort25.domain.ProofKind;
import nl.poort25.overview.DomainProgressFacts.Relaying;
import nl.poort25.web.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainProgressTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private static Progress way(
      ProofKind proof,
      DomainMailState mail,
      MxState mx,
      NextStep next,
      Relaying relays,
      boolean here) {
    return DomainProgress.of(
        new DomainProgressFacts(
            Origin.ADMINISTRATIVE, NOW, proof, false, here, mail, mx, 0, next, relays));
  }

  /** D for done, N for now, L for later. */
  private static String drawn(Progress way) {
    return way.steps().stream()
        .map(step -> step.state().name().substring(0, 1))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, NONE, WRONG, PROVE, UNKNOWN, DNLLLL",
        "TXT, NONE, WRONG, ORDER, UNKNOWN, DDNLLL",
        "-, ORDERED, WRONG, PROVE, UNKNOWN, DNDLLL",
        "TXT, ORDERED, WRONG, ACTIVATE, UNKNOWN, DDDNLL",
        "TXT, ORDERED, CORRECT, ACTIVATE, UNKNOWN, DDDNLL",
        "-, ACTIVE, WRONG, PROVE, UNKNOWN, DNDDLL",
        "STAFF, ACTIVE, WRONG, SET_MX, UNKNOWN, DDDDNL",
        "STAFF, ACTIVE, UNKNOWN, MEND_DNS, TAKEN, DDDDNL",
        "MX, ACTIVE, CORRECT, NOTHING, TAKEN, DDDDDD",
        "MX, ACTIVE, CORRECT, NOTHING, NOT_YET, DDDDDN",
        "MX, ACTIVE, CORRECT, NOTHING, UNKNOWN, DDDDDL"
      })
  void leadsToTheEndByOneStepAtATime(
      ProofKind proof,
      DomainMailState mail,
      MxState mx,
      NextStep next,
      Relaying relays,
      String drawn) {
    assertEquals(drawn, drawn(way(proof, mail, mx, next, relays, false)));
  }

  @Test
  void theProviderProvesItOnceThereIsAnOrder() {
    assertEquals(
        "DLNLLL",
        drawn(
            way(
                null,
                DomainMailState.NONE,
                MxState.WRONG,
                NextStep.ORDER,
                Relaying.UNKNOWN,
                true)));
    assertEquals(
        "DNDLLL",
        drawn(
            way(
                null,
                DomainMailState.ORDERED,
                MxState.WRONG,
                NextStep.RECORD_PROOF,
                Relaying.UNKNOWN,
                true)));
  }

  /** What is right before its time breaks mail, and what is wrong before its time breaks none. */
  @Test
  void recordsAreNoFaultBeforeThereIsAService() {
    var wrong =
        way(null, DomainMailState.ORDERED, MxState.WRONG, NextStep.PROVE, Relaying.UNKNOWN, false);
    assertEquals("none", wrong.steps().get(4).sign());
    var here =
        way(
            null,
            DomainMailState.ORDERED,
            MxState.CORRECT,
            NextStep.PROVE,
            Relaying.UNKNOWN,
            false);
    assertEquals("bad", here.steps().get(4).sign());
  }

  @Test
  void promisesNoMailThatNobodyReadBack() {
    var way =
        way(
            ProofKind.MX,
            DomainMailState.ACTIVE,
            MxState.CORRECT,
            NextStep.NOTHING,
            Relaying.UNKNOWN,
            false);
    assertFalse(way.steps().get(5).isDone());
    assertTrue(way.now().isEmpty());
  }
}
