package nl.poort25.ticket;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that says that the clock stands still can only be sent as a question (4.9). */
class PausedTermWordingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zolang wij op uw antwoord wachten, staat de termijn stil. Met uw antwoord begint een nieuwe.",
        "De termijn van uw aanvraag staat daarom stil.",
        "Tot die tijd staat de klok stil.",
        "Wij zetten de termijn stil tot u antwoordt.",
        "While we wait for your answer, the term stands still. Your answer begins a new one.",
        "THE CLOCK STOPS until you answer.",
        "The term is on hold.",
        "The deadline is on hold; your answer starts a new one."
      })
  void isSaid(String text) {
    assertTrue(PausedTermWording.isClaimed(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wij hebben uw bericht ontvangen. U hoort van ons voordat de termijn voorbij is.",
        "De termijn staat niet stil: u hoort het morgen.",
        "De server staat stil. De termijn is dinsdag.",
        "Het is stil rond deze aanvraag.",
        "The term does not stand still; you hear from us tomorrow.",
        "Stop the server. The term ends on Tuesday.",
        ""
      })
  void isNotSaid(String text) {
    assertFalse(PausedTermWording.isClaimed(text));
  }
}
