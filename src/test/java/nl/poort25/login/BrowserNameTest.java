package nl.poort25.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0|Firefox, Linux",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/130.0.0.0 Safari/537.36|Chrome, Windows",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0|Edge, Windows",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
            + " Version/17.6 Safari/605.1.15|Safari, macOS",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) CriOS/130.0 Mobile/15E148 Safari/604.1|Chrome, iPhone",
        "Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36|Samsung Internet, Android",
        "curl/7.88.1|curl",
        "Java-http-client/17.0.17|Java-http-client"
      })
  void saysWhatItsOwnerKnows(String userAgent, String expected) {
    assertEquals(expected, BrowserName.of(userAgent));
  }

  @ParameterizedTest
  @CsvSource({"''", "Mozilla/5.0", "<script>alert(1)</script>", "'http://evil.example/ x'"})
  void saysNothingOfWhatSaysNothing(String userAgent) {
    assertEquals("", BrowserName.of(userAgent));
  }

  @Test
  void saysNothingWhereThereIsNone() {
    assertEquals("", BrowserName.of(null));
  }
}
