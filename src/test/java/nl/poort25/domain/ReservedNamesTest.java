package nl.poort25.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.poort25.domainname.DomainName;
import nl.poort25.domainname.Idna;
import nl.poort25.domainname.SpecialUseNames;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedNamesTest {
  private static ReservedNames with(Map<Setting, String> set) {
    return new ReservedNames(
        new Settings(
            key ->
                set.entrySet().stream()
                    .filter(one -> one.getKey().key().equals(key))
                    .map(Map.Entry::getValue)
                    .findFirst()));
  }

  private static List<String> ofProvider(Map<Setting, String> set, String name) {
    return with(set).ofProvider(DomainName.parse(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"smtp.routit.net", "sub.smtp.routit.net", "routit.net", "ander.routit.net"})
  void areTheDomainsOfTheRelaysWithAllAroundThem(String name) {
    assertEquals(List.of("routit.net"), ofProvider(Map.of(), name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"routit.nl", "nietroutit.net", "smtp.routit.net.klant.nl"})
  void areNoOthersByDefault(String name) {
    assertEquals(List.of(), ofProvider(Map.of(), name));
  }

  /** Whatever the public list knows of their top, and however they are written. */
  @ParameterizedTest
  @CsvSource({
    "'10 mx.post.klant.demon.nl, 20 b.example', a.klant.demon.nl, klant.demon.nl",
    "'10 MX.Provider.Example., 20 mx2.provider.example', provider.example, provider.example",
    "'10 mx.provider.co.uk, 20 b.example', www.provider.co.uk, provider.co.uk",
    "'10 a.een.nl, 20 b.twee.nl', twee.nl, twee.nl"
  })
  void followTheRelaysThatAreSet(String relays, String name, String reserved) {
    assertEquals(List.of(reserved), ofProvider(Map.of(Setting.RELAYS, relays), name));
  }

  @Test
  void areThoseOfTheSettingToo() {
    var set = Map.of(Setting.RESERVED_NAMES, "Provider.nl, beheer.voorbeeld.nl, bücher.example");
    assertEquals(List.of("provider.nl"), ofProvider(set, "mail.provider.nl"));
    assertEquals(List.of("beheer.voorbeeld.nl"), ofProvider(set, "voorbeeld.nl"));
    assertEquals(List.of("bücher.example"), ofProvider(set, "xn--bcher-kva.example"));
    assertEquals(List.of(), ofProvider(set, "mail.voorbeeld.nl"));
    assertEquals(List.of("routit.net"), ofProvider(set, "routit.net"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"provider", "co.uk", "provider.nl beheer.nl", "https://provider.nl/"})
  void stopTheStartWithASentenceWhereTheSettingCannotBeRead(String set) {
    var stops =
        assertThrows(IllegalStateException.class, () -> with(Map.of(Setting.RESERVED_NAMES, set)));
    assertTrue(stops.getMessage().contains("poort25.reserved.names"), stops.getMessage());
    assertTrue(stops.getMessage().contains(set), stops.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "klant.local, local (RFC 6762)",
    "a.b.klant.LOCAL, local (RFC 6762)",
    "klant.internal, internal (ICANN 2024.07.29.06)",
    "klant.test, test (RFC 6761)",
    "klant.example, example (RFC 6761)",
    "example.com, example.com (RFC 6761)",
    "www.example.org, example.org (RFC 6761)",
    "example.net, example.net (RFC 6761)",
    "klant.home.arpa, home.arpa (RFC 8375)",
    "1.168.192.in-addr.arpa, 168.192.in-addr.arpa (RFC 6761)",
    "klant.onion, onion (RFC 7686)",
    "klant.alt, alt (RFC 9476)",
    "klant.localhost, localhost (RFC 6761)",
    "klant.invalid, invalid (RFC 6761)"
  })
  void areThoseOfSpecialUseWithTheirSource(String name, String found) {
    assertEquals(List.of(found), with(Map.of()).ofSpecialUse(DomainName.parse(name)));
    assertTrue(with(Map.of()).isAny(DomainName.parse(name)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"example.nl", "nietexample.com", "local.nl", "2.0.192.in-addr.arpa", "klant.nl"})
  void areNoneThatOnlyLookLikeThem(String name) {
    assertFalse(with(Map.of()).isAny(DomainName.parse(name)));
  }

  @Test
  void leaveTheDemoItsWorld() {
    var demo = with(Map.of(Setting.DEMO, "true"));
    assertEquals(List.of(), demo.ofSpecialUse(DomainName.parse("klant.example")));
    assertEquals(List.of(), demo.ofSpecialUse(DomainName.parse("klant.test")));
    assertEquals(1, demo.ofSpecialUse(DomainName.parse("klant.local")).size());
    assertEquals(1, demo.ofSpecialUse(DomainName.parse("example.com")).size());
    assertTrue(demo.isKnownTop("example"));
    assertFalse(with(Map.of()).isKnownTop("example"));
  }

  /** Each line of the file; and the file has both sources, with their dates. */
  @Test
  void coverEveryLineOfTheFile() throws Exception {
    assertEquals(43, SpecialUseNames.ALL.size());
    SpecialUseNames.ALL
        .keySet()
        .forEach(
            name -> {
              assertEquals(name, Idnas.ascii(name));
              var under = DomainName.ofStored("klant." + name);
              assertEquals(Optional.of(name), SpecialUseNames.over(under), name);
            });
    try (var file = getClass().getResourceAsStream("/special-use-names.txt")) {
      String text = new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      assertTrue(text.contains("# iana: "));
      assertTrue(text.contains("# icann: "));
      assertTrue(text.matches("(?s).*as of \\d{4}-\\d\\d-\\d\\d.*"));
    }
  }

  private static final class Idnas {
    static String ascii(String name) {
      try {
        return Idna.toAscii(name);
      } catch (Idna.Refused e) {
        throw new AssertionError(e);
      }
    }
  }
}
