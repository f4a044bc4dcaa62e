package nl.poort25.mx;

import static nl.poort25.mx.Answers.cause;
import static nl.poort25.mx.Answers.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.poort25.mx.DnsAnswer.Cause;
import nl.poort25.mx.ZoneNameServers.Match;
import org.junit.jupiter.api.Test;

class ZoneNameServersTest {
  private static final List<String> OURS = List.of("ns1.routit.net", "ns2.routit.net");

  private static ZoneNameServers zone(String... servers) {
    return new ZoneNameServers("klant.nl", List.of(servers), null);
  }

  @Test
  void areThoseOfTheZoneThatTheNameLiesIn() {
    try (var server = TestDns.start()) {
      var dns = new DnsJava(server.address(), Duration.ofSeconds(5), 2);
      server
          .name("klant.example", "NS NS1.RoutIT.net", "NS ns2.routit.net")
          .name("deel.klant.example", "MX 10 a.example");
      assertEquals("klant.example", found(dns.nameServers("klant.example").join()).owner());
      var below = ZoneNameServers.of(dns.nameServers("deel.klant.example").join());
      assertEquals("klant.example", below.zone());
      assertEquals(OURS, below.servers());
      assertEquals(
          "klant.example", found(dns.nameServers("bestaat.niet.klant.example").join()).owner());
      assertInstanceOf(DnsAnswer.NxDomain.class, dns.nameServers("niets.example").join());
      server.script("stuk.example", Script.SERVFAIL);
      assertEquals(Cause.SERVFAIL, cause(dns.nameServers("stuk.example").join()));
    }
  }

  @Test
  void areComparedWithTheProvidersOwn() {
    assertEquals(Match.ALL, zone("ns1.routit.net", "ns2.routit.net").match(OURS));
    assertEquals(Match.ALL, zone("ns2.routit.net").match(OURS));
    assertEquals(Match.SOME, zone("ns1.routit.net", "ns.elders.nl").match(OURS));
    assertEquals(Match.NONE, zone("ns.elders.nl").match(OURS));
    assertEquals(Match.UNKNOWN, zone("ns.elders.nl").match(List.of()));
    assertEquals(Match.UNKNOWN, zone().match(OURS));
  }

  @Test
  void areKeptAsTheyWereSeen() {
    for (var seen :
        List.of(
            zone("ns1.routit.net", "ns.elders.nl"),
            new ZoneNameServers(null, List.of(), null),
            new ZoneNameServers(null, List.of(), Cause.TIMEOUT))) {
      assertEquals(seen, ZoneNameServers.parse(seen.text()));
    }
    assertEquals(
        new ZoneNameServers(null, List.of(), null),
        ZoneNameServers.of(new DnsAnswer.NoData<>("klant.nl", Optional.empty())));
  }
}
