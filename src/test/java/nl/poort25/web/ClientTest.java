package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientTest {
  private final Client client =
      new Client(
          new Settings(
              key ->
                  key.equals(Setting.TRUSTED_PROXIES.key())
                      ? Optional.of("127.0.0.1, 10.0.0.1")
                      : Optional.empty()));

  @Test
  void believesNoHeaderOfAStranger() {
    assertEquals("192.0.2.7", client.addressOf("192.0.2.7", "203.0.113.1"));
  }

  @Test
  void takesWhatTheConfiguredProxyHasSeen() {
    assertEquals("203.0.113.1", client.addressOf("127.0.0.1", "203.0.113.1"));
    assertEquals("2001:db8::7", client.addressOf("127.0.0.1", "2001:db8::7"));
  }

  @Test
  void takesTheLastAddressThatIsNoProxyBecauseTheClientCanMakeUpTheFirst() {
    assertEquals(
        "203.0.113.1", client.addressOf("127.0.0.1", "198.51.100.9, 203.0.113.1, 10.0.0.1"));
  }

  @Test
  void fallsBackToThePeerForRubbish() {
    assertEquals("127.0.0.1", client.addressOf("127.0.0.1", "<script>"));
    assertEquals("127.0.0.1", client.addressOf("127.0.0.1", null));
    assertEquals("127.0.0.1", client.addressOf("127.0.0.1", "127.0.0.1"));
  }
}
