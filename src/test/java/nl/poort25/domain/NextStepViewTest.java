package nl.poort25.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import nl.poort25.setting.Settings;
import nl.poort25.text.Languages;
import nl.poort25.text.LocalizedTexts;
import nl.poort25.text.Texts;
import org.junit.jupiter.api.Test;

class NextStepViewTest {
  private static final Instant BEGAN = Instant.parse("2026-11-23T10:00:00Z");
  private static final Instant NOW = BEGAN.plus(Duration.ofHours(5));
  private static final Duration TERM = Duration.ofDays(2);

  private static NextStepView of(
      NextStep step, DomainMailState mail, Instant proofEnds, Instant now) {
    return NextStepView.of(step, mail, BEGAN, proofEnds, begun -> begun.plus(TERM), now);
  }

  @Test
  void anOrderWithoutProofAsksThePartnerAndSaysWhenStaffActsThen() {
    var next = of(NextStep.PROVE, DomainMailState.ORDERED, null, NOW);
    assertEquals("domain.now.PROVE.ORDERED", next.text().key());
    assertEquals("domain.now.by.PARTNER", next.who(false).key());
    assertNull(next.until(), "no term runs for him");
    assertEquals(NOW.plus(TERM), next.then());
    assertEquals("domain.now.staff.PROVE.ORDERED", next.forStaff().key());
  }

  @Test
  void theProvidersTermCountsFromWhenItWasItsTurn() {
    var next = of(NextStep.ACTIVATE, DomainMailState.ORDERED, null, NOW);
    assertEquals(BEGAN.plus(TERM), next.until());
    assertFalse(next.late());
    assertTrue(
        of(NextStep.ACTIVATE, DomainMailState.ORDERED, null, BEGAN.plus(TERM).plusMillis(1))
            .late());
  }

  @Test
  void aProofThatIsNoLongerSeenIsToBeBackBeforeItEnds() {
    var ends = NOW.plus(Duration.ofDays(14));
    var next = of(NextStep.PROVE, DomainMailState.ACTIVE, ends, NOW);
    assertEquals("domain.now.PROVE.LOST", next.text().key());
    assertEquals(ends, next.until());
    var here = of(NextStep.RECORD_PROOF, DomainMailState.ACTIVE, ends, NOW);
    assertEquals("domain.now.RECORD_PROOF.LOST", here.text().key());
    assertEquals(BEGAN.plus(TERM), here.until(), "the provider's own term");
  }

  @Test
  void everyStepHasItsWordsForBothSidesInBothLanguages() {
    for (var language : new Locale[] {Languages.DUTCH, Languages.ENGLISH}) {
      var words =
          new LocalizedTexts(
              new Texts(new Settings(key -> java.util.Optional.empty())), language, NOW);
      for (var step : NextStep.values()) {
        for (var mail : DomainMailState.values()) {
          for (var ends : new Instant[] {null, NOW.plus(TERM)}) {
            if (step == NextStep.RECORD_PROOF && mail == DomainMailState.NONE) {
              continue; // before an order nothing is asked of the provider
            }
            var next = of(step, mail, ends, NOW);
            for (var said : new String[] {words.of(next.text()), words.of(next.forStaff())}) {
              assertFalse(said.contains("null") || said.contains("{"), said);
            }
            assertFalse(words.of(next.who(true)).isEmpty());
          }
        }
      }
    }
  }

  @Test
  void aTermIsSaidAsOneSaysIt() {
    var words =
        new LocalizedTexts(
            new Texts(new Settings(key -> java.util.Optional.empty())), Languages.DUTCH, NOW);
    var next = of(NextStep.PROVE, DomainMailState.ACTIVE, NOW.plus(Duration.ofDays(1)), NOW);
    assertTrue(words.of(next.text()).contains("morgen 16:00"), words.of(next.text()));
    assertTrue(
        words.lasting(next.text()).contains("dinsdag 24 november 2026 16:00"),
        words.lasting(next.text()));
  }
}
