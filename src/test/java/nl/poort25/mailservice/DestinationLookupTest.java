package nl.poort25.mailservice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.poort25.mx.DnsJava;
import nl.poort25.mx.Script;
import nl.poort25.mx.SilentResolver;
import nl.poort25.mx.TestDns;
import nl.poort25.setting.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DestinationLookupTest {
  private static TestDns dns;

  @BeforeAll
  static void start() {
    dns = TestDns.start();
    dns.name("smtp.routit.net", "A 193.0.0.1", "AAAA 2a00:1::25");
    dns.name("smtp1.routit.net", "A 193.0.0.2");
    dns.name("mail.klant.nl", "A 193.0.1.25", "AAAA 2a00:2::25");
    dns.name("half.klant.nl", "A 193.0.1.25", "A 10.0.0.3", "AAAA ::ffff:10.0.0.4");
    dns.name("rond.klant.nl", "A 193.0.0.2");
    dns.name("alias.klant.nl", "CNAME smtp.routit.net");
    dns.name("leeg.klant.nl");
    dns.script("stuk.klant.nl", Script.SERVFAIL);
    dns.name("documentatie.klant.nl", "A 192.0.2.1");
  }

  @AfterAll
  static void stop() {
    dns.close();
  }

  @Test
  void mailGoesToAPublicAddressAndHost() {
    assertReached("193.0.1.25");
    assertReached("2a00:2::25");
    assertReached("mail.klant.nl");
  }

  @Test
  void everyAddressOfAHostMustBePublic() {
    assertEquals(List.of("10.0.0.3", "::ffff:a00:4"), look("half.klant.nl").unreachable());
    assertEquals(
        List.of("mailservice.objection.PRIVATE", "mailservice.objection.IPV4_MAPPED"),
        keys("half.klant.nl"));
  }

  @Test
  void aRelayIsNoDestinationByNameByAddressOrByAlias() {
    assertEquals(List.of("mailservice.destination.relay"), keys("SMTP1.RoutIT.net"));
    assertEquals(List.of("mailservice.objection.RELAY"), keys("2a00:1::25"));
    assertEquals(List.of("mailservice.objection.RELAY"), keys("rond.klant.nl"));
    assertEquals(List.of("mailservice.destination.relay"), keys("alias.klant.nl"));
  }

  @Test
  void theManagementNetworkIsNoDestination() {
    var managed = destinations(Map.of("poort25.management.prefixes", "193.0.1.0/24, 2a00:2::/32"));
    var found = managed.look(Destination.parse("mail.klant.nl"));
    assertEquals(List.of("193.0.1.25", "2a00:2::25"), found.unreachable());
  }

  @Test
  void aHostThatIsNotThereIsNoDestination() {
    assertEquals(List.of("mailservice.destination.no-such-name"), keys("weg.klant.nl"));
    assertEquals(List.of("mailservice.destination.no-address"), keys("leeg.klant.nl"));
    assertEquals(List.of("leeg.klant.nl"), look("leeg.klant.nl").unreachable());
  }

  @Test
  void whatCannotBeLookedUpIsNeitherGoodNorBad() {
    var reach = look("stuk.klant.nl");
    assertFalse(reach.isKnown());
    assertEquals(List.of(), reach.obstacles());
  }

  @Test
  void documentationSpaceIsForTheDemoOnly() {
    assertEquals(List.of("mailservice.objection.DOCUMENTATION"), keys("documentatie.klant.nl"));
    var demo = destinations(Map.of("poort25.demo", "true"));
    assertEquals(List.of(), demo.look(Destination.parse("documentatie.klant.nl")).obstacles());
  }

  @Test
  void theRelaysAreKnownWhileTheDnsIsSilent() {
    var destinations = destinations(Map.of());
    destinations.look(Destination.parse("193.0.1.25"));
    dns.script("smtp1.routit.net", Script.SERVFAIL);
    destinations.nanos = () -> System.nanoTime() + Duration.ofHours(1).toNanos();
    try {
      var later = destinations.look(Destination.parse("193.0.0.2"));
      assertEquals(List.of("193.0.0.2"), later.unreachable());
    } finally {
      dns.script("smtp1.routit.net", null);
    }
  }

  @Test
  void theTablesGetTheAddressesThatPassAndHowLongTheyHold() {
    var passage = passage(destinations(Map.of()), "mail.klant.nl");
    assertEquals(DestinationCheck.Kind.PASSED, passage.kind());
    assertEquals(
        List.of("193.0.1.25", "2a00:2::25"),
        passage.addresses().stream().map(a -> a.toCanonicalString()).toList());
    assertEquals(Duration.ofHours(1), passage.validFor());
    assertEquals(1, passage(destinations(Map.of()), "193.0.1.25").addresses().size());
  }

  @Test
  void theTablesGetNoAddressOfWhatIsRefusedOrUnknown() {
    for (String refused :
        List.of(
            "half.klant.nl",
            "weg.klant.nl",
            "leeg.klant.nl",
            "alias.klant.nl",
            "rond.klant.nl",
            "smtp.routit.net",
            "10.0.0.3")) {
      assertEquals(DestinationCheck.REFUSED, passage(destinations(Map.of()), refused), refused);
    }
    assertEquals(DestinationCheck.UNKNOWN, passage(destinations(Map.of()), "stuk.klant.nl"));
  }

  @Test
  void nothingPassesForTheTablesUntilTheRelaysAreKnown() {
    dns.script("smtp1.routit.net", Script.SERVFAIL);
    try {
      var destinations = destinations(Map.of());
      assertEquals(DestinationCheck.UNKNOWN, passage(destinations, "mail.klant.nl"));
      assertEquals(
          DestinationCheck.UNKNOWN, passage(destinations, "193.0.0.2"), "a relay, were it known");
      dns.script("smtp1.routit.net", null);
      destinations.nanos = () -> System.nanoTime() + Duration.ofMinutes(1).toNanos();
      assertEquals(
          DestinationCheck.Kind.PASSED,
          destinations.passage(Destination.parse("mail.klant.nl")).kind());
    } finally {
      dns.script("smtp1.routit.net", null);
    }
  }

  @Test
  void aRelayOutsideThePrefixesIsNoDestinationEither() {
    var settings = Map.of("poort25.relay.addresses", "193.0.1.25");
    assertEquals(DestinationCheck.REFUSED, passage(destinations(settings), "193.0.1.25"));
  }

  @Test
  void aSettingThatIsNoPrefixIsSaidAtOnce() {
    assertThrows(
        IllegalStateException.class,
        () -> destinations(Map.of("poort25.management.prefixes", "beheer")));
    assertThrows(
        IllegalStateException.class,
        () -> destinations(Map.of("poort25.management.prefixes", "193.0.1.1/24")));
  }

  private static void assertReached(String destination) {
    var reach = look(destination);
    assertTrue(reach.isKnown());
    assertEquals(List.of(), reach.obstacles());
  }

  private static List<String> keys(String destination) {
    return look(destination).why().stream().map(text -> text.key()).toList();
  }

  private static DestinationProblems look(String destination) {
    return destinations(Map.of()).look(Destination.parse(destination));
  }

  private static DestinationCheck passage(DestinationLookup destinations, String destination) {
    return destinations.passage(Destination.parse(destination));
  }

  private static DestinationLookup destinations(Map<String, String> settings) {
    return new DestinationLookup(
        new DnsJava(dns.address(), Duration.ofSeconds(2), 1),
        new Settings(key -> Optional.ofNullable(settings.get(key))));
  }

  @Test
  void whoAsksWaitsNoLongerThanTenSecondsForASilentResolver() throws Exception {
    try (var silent = new SilentResolver()) {
      var settings = Map.of("poort25.dns.resolver", silent.address() + ", " + silent.address());
      var slow =
          new DestinationLookup(
              new DnsJava(silent.address() + ", " + silent.address(), Duration.ofSeconds(5), 2),
              new Settings(key -> Optional.ofNullable(settings.get(key))));
      for (String typed : List.of("mail.klant.nl", "193.0.1.25")) {
        long began = System.nanoTime();
        slow.look(Destination.parse(typed));
        assertTrue(System.nanoTime() - began < Duration.ofSeconds(10).toNanos(), typed);
      }
      assertFalse(slow.look(Destination.parse("mail.klant.nl")).isKnown());
    }
  }
}
