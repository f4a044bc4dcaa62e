package nl.poort25.mx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/** The zone that a name lies in, by its SOA. */
class DnsZoneTest {
  private final TestDns server = TestDns.start();
  private final Dns dns = new DnsJava(server.address(), Duration.ofSeconds(1), 1);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void isTheNameItselfWhereItHasAnSoa() {
    server.name("deel.klant.test", "A 192.0.2.1").top("deel.klant.test").top("klant.test");
    assertEquals(Optional.of("deel.klant.test"), dns.zone("Deel.Klant.test").join());
  }

  @ParameterizedTest
  @ValueSource(strings = {"deel.klant.test", "a.b.klant.test", "niet-daar.klant.test"})
  void isTheOneThatSaysThereIsNone(String name) {
    server.name("deel.klant.test", "A 192.0.2.1").name("a.b.klant.test").top("klant.test");
    assertEquals(Optional.of("klant.test"), dns.zone(name).join());
  }

  @Test
  void isNotThatOfWhereAnAliasLeads() {
    server.name("deel.klant.test", "CNAME x.elders.test").name("x.elders.test", "A 192.0.2.1");
    server.name("klant.test").top("klant.test").top("elders.test").top("x.elders.test");
    assertEquals(Optional.of("klant.test"), dns.zone("deel.klant.test").join());
  }

  @Test
  void isUnknownWhereNobodySays() {
    server.name("a.klant.test").script("a.klant.test", Script.SERVFAIL);
    server.name("b.klant.test").script("b.klant.test", Script.SILENT);
    server.name("c.klant.test").script("c.klant.test", Script.GARBAGE);
    for (String name : new String[] {"a.klant.test", "b.klant.test", "c.klant.test"}) {
      assertEquals(Optional.empty(), dns.zone(name).join());
    }
    assertEquals(Optional.empty(), dns.zone("a".repeat(64) + ".klant.test").join());
  }

  @Test
  void isNoneThatTheNameDoesNotLieIn() {
    server
        .name("deel.klant.test")
        .script(
            "deel.klant.test",
            (query, answer, wire, overTcp) -> {
              var other = Name.fromConstantString("elders.test.");
              answer.removeAllRecords(Section.AUTHORITY);
              answer.addRecord(
                  new SOARecord(other, DClass.IN, 60, other, other, 1, 1, 1, 1, 1),
                  Section.AUTHORITY);
              return answer.toWire();
            });
    server.name("klant.test").script("klant.test", Script.SERVFAIL);
    assertEquals(Optional.empty(), dns.zone("deel.klant.test").join());
  }
}
