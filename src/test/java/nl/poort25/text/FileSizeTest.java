package nl.poort25.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import nl.poort25.setting.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSizeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|1 kB|1 kB",
        "256|256 kB|256 kB",
        "1000|1 MB|1 MB",
        "1024|1 MB|1 MB",
        "1590|1,5 MB|1.5 MB",
        "10240|10 MB|10 MB",
        "1000000|1.000 MB|1,000 MB"
      })
  void isSaidInTheUnitThatFits(long kilobytes, String dutch, String english) {
    assertEquals(dutch, in(Languages.DUTCH).size(kilobytes));
    assertEquals(english, in(Languages.ENGLISH).size(kilobytes));
  }

  private static LocalizedTexts in(Locale locale) {
    return new LocalizedTexts(
        new Texts(new Settings(key -> Optional.empty())), locale, Instant.EPOCH);
  }
}
