package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Startup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
  private static final ClientAddress OF_TWO = trusting("127.0.0.1, 10.0.0.1");

  private static ClientAddress trusting(String proxies) {
    var set = Map.of(Setting.TRUSTED_PROXIES.key(), proxies);
    return new ClientAddress(new Settings(key -> Optional.ofNullable(set.get(key))));
  }

  @Test
  void believesNoHeaderOfAStranger() {
    assertEquals("192.0.2.7", OF_TWO.addressOf("192.0.2.7", List.of("203.0.113.1")));
    assertEquals("127.0.0.1", trusting("").addressOf("127.0.0.1", List.of("203.0.113.1")));
  }

  @Test
  void takesWhatTheConfiguredProxyHasSeen() {
    assertEquals("203.0.113.1", OF_TWO.addressOf("127.0.0.1", List.of("203.0.113.1")));
    assertEquals("2001:db8::7", OF_TWO.addressOf("127.0.0.1", List.of("2001:db8::7")));
  }

  @Test
  void takesTheLastAddressThatIsNoProxyBecauseTheClientCanMakeUpTheFirst() {
    assertEquals(
        "203.0.113.1",
        OF_TWO.addressOf("127.0.0.1", List.of("198.51.100.9, 203.0.113.1, 10.0.0.1")));
  }

  /** HAProxy leaves the client's line as it is and adds one. */
  @Test
  void readsAllLinesAsOneList() {
    assertEquals(
        "203.0.113.1", OF_TWO.addressOf("127.0.0.1", List.of("198.51.100.9", "203.0.113.1")));
    assertEquals(
        "203.0.113.1",
        OF_TWO.addressOf("127.0.0.1", List.of("198.51.100.9", "203.0.113.1", "10.0.0.1")));
    assertEquals(
        "203.0.113.1",
        OF_TWO.addressOf("127.0.0.1", List.of("198.51.100.9,", "", "203.0.113.1 ,, ")));
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.1:4711, 203.0.113.1",
    "[2001:db8::7], 2001:db8::7",
    "[2001:db8::7]:443, 2001:db8::7",
    "2001:DB8:0:0::0007, 2001:db8::7",
    "::ffff:203.0.113.1, 203.0.113.1",
    "[::FFFF:cb00:7101]:25, 203.0.113.1"
  })
  void readsEveryWayOfWritingAnAddress(String hop, String address) {
    assertEquals(address, OF_TWO.addressOf("127.0.0.1", List.of("198.51.100.9, " + hop)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown",
        "_hidden",
        "<script>",
        "203.0.113",
        "0x7f.1",
        "010.0.0.1",
        "203.0.113.0/24",
        "203.0.113.*",
        "[2001:db8::7",
        "2001:db8::7]:1",
        "fe80::1%eth0",
        "203.0.113.1:",
        "203.0.113.1:999999",
        "\"203.0.113.1\"",
        "localhost"
      })
  void whatIsNoAddressCountsAsTheProxyThatWroteIt(String rubbish) {
    assertEquals("127.0.0.1", OF_TWO.addressOf("127.0.0.1", List.of("198.51.100.9, " + rubbish)));
    assertEquals(
        "10.0.0.1",
        OF_TWO.addressOf("127.0.0.1", List.of("198.51.100.9, " + rubbish + ", 10.0.0.1")));
  }

  @Test
  void aProxyThatAsksForItselfIsTheClient() {
    assertEquals("127.0.0.1", OF_TWO.addressOf("127.0.0.1", List.of()));
    assertEquals("127.0.0.1", OF_TWO.addressOf("127.0.0.1", List.of("127.0.0.1")));
    assertEquals("10.0.0.1", OF_TWO.addressOf("127.0.0.1", List.of("10.0.0.1")));
  }

  @ParameterizedTest
  @CsvSource({
    "::1, 0:0:0:0:0:0:0:1",
    "::1, ::1%lo",
    "0:0::1, ::1",
    "2001:db8::/32, 2001:db8:4::9",
    "10.0.0.0/8, 10.255.0.1",
    "10.0.0.0/8, ::ffff:10.255.0.1",
    "::ffff:10.0.0.9, 10.0.0.9"
  })
  void comparesAddressesAndNotTexts(String trusted, String peer) {
    assertEquals("203.0.113.1", trusting(trusted).addressOf(peer, List.of("203.0.113.1")));
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.0/8, 11.0.0.1", "2001:db8::/32, 2001:db9::1", "::1, 127.0.0.1"})
  void trustsNobodyElse(String trusted, String peer) {
    assertEquals(peer, trusting(trusted).addressOf(peer, List.of("203.0.113.1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "proxy.example",
        "127.0.0.1, localhost",
        "127.0.0.1; 10.0.0.1",
        "10.0.0.1/8",
        "10.0.0.0/33",
        "10.0.0.0/",
        "10/8",
        "0.0.0.0/0",
        "::/0",
        "127.1",
        "10.0.0.*",
        "10.0.0.1-9"
      })
  void aSettingThatCannotBeReadStopsTheStart(String proxies) {
    var fault = assertThrows(IllegalStateException.class, () -> trusting(proxies));
    assertTrue(fault.getMessage().startsWith("poort25.trusted.proxies must be "), fault.toString());
  }

  private static List<String> said(Map<String, String> set) {
    var said = new ArrayList<String>();
    var log = Logger.getLogger(ClientAddress.class.getName());
    var handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            said.add(line.getLevel().getName());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    log.addHandler(handler);
    try {
      new ClientAddress(new Settings(key -> Optional.ofNullable(set.get(key))))
          .start(new Startup());
    } finally {
      log.removeHandler(handler);
    }
    return said;
  }

  @Test
  void warnsAtTheStartOfAProxyThatIsNotNamed() {
    String url = Setting.PUBLIC_URL.key();
    assertEquals(List.of("WARNING"), said(Map.of(url, "https://portal.example")));
    assertEquals(List.of(), said(Map.of(url, "http://127.0.0.1:8080")));
    assertEquals(
        List.of(),
        said(Map.of(url, "https://portal.example", Setting.TRUSTED_PROXIES.key(), "::1")));
  }
}
