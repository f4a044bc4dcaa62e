package nl.poort25.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.poort25.domain.NextStep.Known;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainStatusTest {
  @ParameterizedTest
  @CsvSource({
    "NONE, UNCHECKED, false, NO_SERVICE, PROVE",
    "NONE, WRONG, false, NO_SERVICE, PROVE",
    "NONE, WRONG, true, NO_SERVICE, ORDER",
    "NONE, UNKNOWN, true, NO_SERVICE, ORDER",
    "NONE, CORRECT, true, BOUNCES, ORDER",
    "NONE, CORRECT, false, BOUNCES, PROVE",
    "ORDERED, UNCHECKED, false, TO_PROVE, PROVE",
    "ORDERED, WRONG, false, TO_PROVE, PROVE",
    "ORDERED, WRONG, true, ORDERED, ACTIVATE",
    "ORDERED, CORRECT, true, BOUNCES, ACTIVATE",
    "ACTIVE, UNCHECKED, false, MX_UNCHECKED, PROVE",
    "ACTIVE, UNCHECKED, true, MX_UNCHECKED, LOOK",
    "ACTIVE, UNKNOWN, true, MX_UNKNOWN, MEND_DNS",
    "ACTIVE, WRONG, true, MX_WRONG, SET_MX",
    "ACTIVE, CORRECT, false, NO_PROOF, PROVE",
    "ACTIVE, CORRECT, true, IN_ORDER, NOTHING"
  })
  void followsFromMailServiceMxAndProof(
      DomainMailState mail, MxState mx, boolean proven, DomainStatus standing, NextStep next) {
    assertIs(new Known(mail, mx, proven, false, false), standing, next);
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, WRONG, false, NO_SERVICE, ORDER",
    "NONE, CORRECT, false, BOUNCES, ORDER",
    "ORDERED, WRONG, false, ORDERED, RECORD_PROOF",
    "ORDERED, WRONG, true, ORDERED, ACTIVATE",
    "ACTIVE, WRONG, false, DNS_HERE, RECORD_PROOF",
    "ACTIVE, CORRECT, false, DNS_HERE, RECORD_PROOF",
    "ACTIVE, WRONG, true, DNS_HERE, SET_MX_HERE",
    "ACTIVE, UNKNOWN, true, MX_UNKNOWN, LOOK",
    "ACTIVE, CORRECT, true, IN_ORDER, NOTHING"
  })
  void leavesToTheProviderWhatItRunsTheDnsOf(
      DomainMailState mail, MxState mx, boolean proven, DomainStatus standing, NextStep next) {
    assertIs(new Known(mail, mx, proven, false, true), standing, next);
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, WRONG, false, NO_SERVICE, PROVE",
    "ACTIVE, CORRECT, false, PROOF_LOST, PROVE",
    "ACTIVE, CORRECT, true, DNS_HERE, RECORD_PROOF",
    // a proof by MX comes back with them
    "ACTIVE, WRONG, false, MX_WRONG, SET_MX",
    "ACTIVE, WRONG, true, DNS_HERE, SET_MX_HERE"
  })
  void saysWhenAProofIsNoLongerSeen(
      DomainMailState mail, MxState mx, boolean dnsHere, DomainStatus standing, NextStep next) {
    assertIs(new Known(mail, mx, true, true, dnsHere), standing, next);
  }

  private static void assertIs(Known known, DomainStatus standing, NextStep next) {
    assertEquals(next, NextStep.of(known));
    assertEquals(standing, DomainStatus.of(known));
  }

  /** Where it is the partner's turn his home says so, and where it is not it does not. */
  @Test
  void asksTheAttentionOfWhomeverTheNextStepIsFor() {
    for (var mail : DomainMailState.values()) {
      for (var mx : MxState.values()) {
        for (int bits = 0; bits < 8; bits++) {
          boolean proven = (bits & 1) != 0;
          var known = new Known(mail, mx, proven, proven && (bits & 2) != 0, (bits & 4) != 0);
          var standing = DomainStatus.of(known);
          if (NextStep.of(known).by() == NextStep.By.PARTNER) {
            assertTrue(standing.needsAttention(), known + ": " + standing);
          } else if (NextStep.of(known).isProviders() && standing != DomainStatus.BOUNCES) {
            assertFalse(standing.needsAttention(), known + ": " + standing);
          }
        }
      }
    }
    assertFalse(DomainStatus.IN_ORDER.needsAttention());
    assertFalse(DomainStatus.WITHDRAWN.needsAttention());
  }
}
