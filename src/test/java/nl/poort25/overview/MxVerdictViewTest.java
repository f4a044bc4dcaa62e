package nl.poort25.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.poort25.mx.MxFinding;
import nl.poort25.mx.MxRecord;
import nl.poort25.mx.MxVerdict;
import nl.poort25.mx.MxVerdict.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MxVerdictViewTest {
  private static final Instant FRESH = Instant.parse("2026-11-23T10:00:00Z");

  private static MxVerdictView view(Reason reason, boolean served, boolean told) {
    var verdict = new MxVerdict("a.example", "a.example", reason, Optional.empty(), List.of());
    return new MxVerdictView(verdict, served, told, FRESH);
  }

  private static MxVerdictView.Line line(MxFinding.Kind kind, boolean served) {
    var record = new MxRecord(10, "relay1.example");
    return new MxVerdictView.Line(
        new MxFinding(kind, MxFinding.Cure.LEAVE, record, Optional.empty(), 20), served);
  }

  @ParameterizedTest
  @CsvSource({
    "CORRECT, true, ok, domain.mx-state.CORRECT",
    "CORRECT, false, bad, domain.mx-state.here",
    "NO_MX, true, bad, domain.mx-state.WRONG",
    "UNAVAILABLE, true, wait, domain.mx-state.UNKNOWN",
    "UNAVAILABLE, false, wait, domain.mx-state.UNKNOWN"
  })
  void whatIsRightIsGoodOnlyWithAService(Reason reason, boolean served, String sign, String word) {
    var view = view(reason, served, true);
    assertEquals(sign, view.sign());
    assertEquals(word, view.word().key());
  }

  @Test
  void withoutAServiceRecordsAreSetLater() {
    assertTrue(view(Reason.NO_MX, false, true).isLater());
    assertEquals("mx.page.later", view(Reason.NO_MX, false, true).said().key());
    assertFalse(view(Reason.NO_MX, true, true).isLater());
    assertFalse(view(Reason.CORRECT, false, true).isLater());
    assertEquals("mx.set.NO_MX", view(Reason.NO_MX, true, true).said().key());
    assertTrue(view(Reason.NO_MX, false, true).isWithoutRecords());
    assertFalse(view(Reason.RECORDS_AT_FAULT, false, true).isWithoutRecords());
  }

  @Test
  void adviceIsForWhoKeepsTheRecords() {
    assertNotNull(view(Reason.NO_MX, true, true).advice());
    assertEquals(FRESH, view(Reason.NO_MX, true, true).cachedUntil());
    assertNull(view(Reason.NO_MX, true, false).advice());
    assertNull(view(Reason.NO_MX, true, false).cachedUntil());
    assertNull(view(Reason.NO_MX, false, true).advice());
    assertNull(view(Reason.CORRECT, true, true).advice());
    assertNotNull(view(Reason.UNAVAILABLE, false, false).advice());
  }

  @ParameterizedTest
  @CsvSource({
    "RIGHT, true, ok, mx.word.RIGHT",
    "RIGHT, false, wait, mx.word.here",
    "MISSING, true, bad, mx.word.MISSING",
    "MISSING, false, none, mx.word.later",
    "MAY_STAY, true, ok, mx.word.MAY_STAY",
    "MAY_STAY, false, ok, mx.word.MAY_STAY"
  })
  void aRecordThatPointsHereWaitsForTheService(
      MxFinding.Kind kind, boolean served, String sign, String word) {
    assertEquals(sign, line(kind, served).sign());
    assertEquals(word, line(kind, served).word().key());
  }

  @Test
  void aCureIsForLaterWithoutAService() {
    assertEquals("mx.page.later.cure", line(MxFinding.Kind.MISSING, false).cure().key());
    assertEquals("mx.cure.LEAVE", line(MxFinding.Kind.MISSING, true).cure().key());
  }
}
