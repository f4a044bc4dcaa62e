package nl.poort25.mx;

import static nl.poort25.mx.Answers.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.poort25.mx.DnsAnswer.Found;
import nl.poort25.mx.DnsAnswer.NoData;
import nl.poort25.mx.DnsAnswer.NxDomain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Section;

class DnsJavaTest {
  private final TestDns server = TestDns.start();
  private final Dns dns = new DnsJava(server.address(), Duration.ofSeconds(5), 2);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void findsRecordsWithTheLowestTtlOfTheSet() {
    server.name("klant.example", "300 MX 10 A.Example", "600 MX 20 b.example", "TXT x");
    assertEquals(
        new Found<>(
            "klant.example",
            List.of(new MxRecord(10, "a.example"), new MxRecord(20, "b.example")),
            Duration.ofMinutes(5)),
        dns.mx("klant.example").join());
  }

  @Test
  void asksForANameWhateverItsCaseOrFinalDot() {
    server.name("klant.example", "MX 10 a.example");
    assertEquals(dns.mx("klant.example").join(), dns.mx("KLANT.example.").join());
  }

  @Test
  void remembersNothingBetweenLookups() {
    server.name("klant.example", "MX 10 a.example");
    dns.mx("klant.example").join();
    server.name("klant.example", "MX 10 b.example");
    assertEquals(
        List.of(new MxRecord(10, "b.example")), found(dns.mx("klant.example").join()).records());
  }

  @Test
  void givesTheNegativeTtlOfANameWithoutRecords() {
    server.name("klant.example", "A 192.0.2.1");
    server.soa(Duration.ofMinutes(15), Duration.ofMinutes(10));
    assertEquals(
        new NoData<>("klant.example", Optional.of(Duration.ofMinutes(10))),
        dns.mx("klant.example").join());
    server.soa(Duration.ofMinutes(1), Duration.ofMinutes(10));
    assertEquals(
        new NoData<>("klant.example", Optional.of(Duration.ofMinutes(1))),
        dns.mx("klant.example").join());
  }

  @Test
  void knowsNoNegativeTtlWithoutSoa() {
    server.name("klant.example").soa(null, null);
    assertEquals(new NoData<>("klant.example", Optional.empty()), dns.mx("klant.example").join());
    assertEquals(new NxDomain<>("none.example", Optional.empty()), dns.mx("none.example").join());
  }

  @Test
  void saysThatANameDoesNotExist() {
    assertEquals(
        new NxDomain<>("none.example", Optional.of(Duration.ofMinutes(10))),
        dns.mx("none.example").join());
  }

  @ParameterizedTest
  @CsvSource({
    "a..example",
    "''",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example"
  })
  void takesANameThatTheDnsCannotCarryForOneThatDoesNotExist(String name) {
    assertInstanceOf(NxDomain.class, dns.mx(name).join());
    assertEquals(0, server.askedOverUdp());
  }

  @Test
  void followsAnAliasAndWaitsForTheLongerTtl() {
    server.name("klant.example", "7200 CNAME mail.example").name("mail.example", "MX 10 a.example");
    var found = found(dns.mx("klant.example").join());
    assertEquals("mail.example", found.owner());
    assertEquals(Duration.ofHours(2), found.ttl());
  }

  @Test
  void followsAnAliasToNothing() {
    server.name("klant.example", "CNAME gone.example").name("other.example", "CNAME empty.example");
    server.name("empty.example");
    var hour = Optional.of(Duration.ofHours(1));
    assertEquals(new NxDomain<>("gone.example", hour), dns.mx("klant.example").join());
    assertEquals(new NoData<>("empty.example", hour), dns.mx("other.example").join());
  }

  @Test
  void asksForTheTargetOfAnAliasThatTheAnswerLeavesOut() {
    server.name("klant.example", "CNAME mail.example").name("mail.example", "MX 10 a.example");
    server.script(
        "klant.example",
        (query, answer, wire, overTcp) -> {
          answer.removeRecord(answer.getSection(Section.ANSWER).get(1), Section.ANSWER);
          return answer.toWire();
        });
    assertEquals("mail.example", found(dns.mx("klant.example").join()).owner());
    assertEquals(2, server.askedOverUdp());
  }

  @Test
  void joinsTheStringsOfATxtRecord() {
    server.name("_poort25.klant.example", "TXT \"poort25=\" \"abc\"", "TXT \"caf\\195\\169\"");
    assertEquals(
        List.of("poort25=abc", "café"), found(dns.txt("_poort25.klant.example").join()).records());
  }
}
