package nl.poort25.round;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Optional;
import nl.poort25.setting.Settings;
import nl.poort25.text.Languages;
import nl.poort25.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTest {
  private static final Texts TEXTS = new Texts(new Settings(key -> Optional.empty()));

  /** The alarm that it is late names it. */
  @ParameterizedTest
  @EnumSource(Round.class)
  void hasWordsInBothLanguages(Round round) {
    for (var language : List.of(Languages.DUTCH, Languages.ENGLISH)) {
      assertNotNull(TEXTS.in(language, "round." + round), language + " " + round);
    }
  }
}
