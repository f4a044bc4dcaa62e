package nl.poort25.mx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import nl.poort25.mx.DnsAnswer.Cause;
import nl.poort25.mx.ProofRecord.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofTextTest {
  static List<Outcome> outcomes() {
    return List.of(
        new Outcome.Seen(),
        new Outcome.NotSeen(List.of()),
        new Outcome.NotSeen(List.of("")),
        new Outcome.NotSeen(List.of("v=spf1 -all", "", "unknown SERVFAIL")),
        new Outcome.Unknown(Cause.SERVFAIL));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void readsWhatItHasWritten(Outcome outcome) {
    assertEquals(outcome, ProofText.parse(ProofText.of(outcome)));
  }

  @Test
  void keepsTheFormOfOldRows() {
    assertEquals("seen", ProofText.of(new Outcome.Seen()));
    assertEquals("unknown TIMEOUT", ProofText.of(new Outcome.Unknown(Cause.TIMEOUT)));
    assertEquals("not-seen\na\nb", ProofText.of(new Outcome.NotSeen(List.of("a", "b"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "seen\nmore", "unknown", "unknown WHATEVER", "something"})
  void refusesAnythingElse(String text) {
    assertThrows(IllegalArgumentException.class, () -> ProofText.parse(text));
  }
}
